namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>A shown business as its row holds it.</summary>
/// <param name="IsListed">Whether a claim lists it; otherwise ties alone name it.</param>
/// <param name="Claims">The numbers of the counting claims that list it.</param>
/// <param name="Names">The names under which ties find it.</param>
/// <param name="Facts">What is shown, as JSON.</param>
sealed record BusinessRow(bool IsListed, long[] Claims, IReadOnlyList<string> Names, string Facts)
{
    // A normalised name holds no line break.
    const char Separator = '\n';

    public static string Text(IReadOnlyList<string> names) => string.Join(Separator, names);

    public static IReadOnlyList<string> NamesOf(string text) => text.Length == 0 ? [] : text.Split(Separator);

    /// <summary>Whether people see the same.</summary>
    public bool IsShownLike(BusinessRow other) => IsListed == other.IsListed && Facts == other.Facts;

    /// <summary>Whether the rows are the same.</summary>
    public bool IsWrittenLike(BusinessRow other) =>
        IsShownLike(other) && Claims.AsSpan().SequenceEqual(other.Claims) && Names.SequenceEqual(other.Names);
}
