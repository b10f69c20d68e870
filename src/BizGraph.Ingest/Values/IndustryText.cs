namespace BizGraph.Ingest.Values;

/// <summary>Lines of trade as people write them: a code of a classification, or words.</summary>
static class IndustryText
{
    /// <summary>Whether it is a code: figures, with points or dashes between them.</summary>
    public static bool IsCode(string text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter) && letter is not ('.' or '-' or '/'))
            {
                return false;
            }
        }

        return char.IsAsciiDigit(text[0]);
    }
}
