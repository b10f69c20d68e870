namespace BizGraph.Analysis.Suggestions;

/// <summary>Postal codes run from large areas to small ones, so the first characters say the area: SW1A 1AA, 72070, D-72070, 90210.</summary>
static class PostalCode
{
    const int Figures = 2; // of a code of figures: an area

    /// <summary>Capitals and figures only, without the country before a code of figures; null where there is no code.</summary>
    public static string? Plain(string? code)
    {
        var dash = code?.IndexOf('-') ?? -1;
        var own = dash is > 0 and <= 3 && code![..dash].All(char.IsAsciiLetter) ? code[(dash + 1)..] : code ?? "";
        var plain = string.Concat(own.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return plain.Length > 0 ? plain : null;
    }

    /// <summary>The letters at the start of a code, else its first two figures.</summary>
    public static string? AreaOf(string? code) =>
        Plain(code) is not { } plain ? null
        : char.IsAsciiLetter(plain[0]) ? string.Concat(plain.TakeWhile(char.IsAsciiLetter))
        : plain[..Math.Min(Figures, plain.Length)];

    /// <summary>Which part of the longer of two plain codes is the same from its start on, 0 to 1; NaN where one is null.</summary>
    public static double Agreement(string? one, string? other) =>
        one is null || other is null
            ? double.NaN
            : one.AsSpan().CommonPrefixLength(other) / (double)Math.Max(one.Length, other.Length);
}
