namespace BizGraph.Ingest.Layouts;

/// <summary>What the cells of a field hold, as far as their column must be looked at before one cell can be read.</summary>
enum ValueForm
{
    /// <summary>Each cell stands for itself.</summary>
    Text,

    /// <summary>Numbers: which mark parts the decimals.</summary>
    Number,

    /// <summary>Numbers that people part into groups of thousands: 1.234 is more likely one thousand where <c>;</c> parts the cells.</summary>
    Amount,

    /// <summary>Dates: whether day or month comes first.</summary>
    Date,

    /// <summary>Words for the relation, unless all of them say a direction.</summary>
    TypeWord,

    /// <summary>In a ledger: words for the relation if most of them are known as such, else what the payments are.</summary>
    LedgerType,
}

/// <summary>A field that a column may fill.</summary>
/// <param name="Name">Its name, as in <c>--column name=Header</c>.</param>
/// <param name="Form">What its cells hold.</param>
/// <param name="Words">The other headers it goes by.</param>
abstract record Field(string Name, ValueForm Form, IReadOnlyList<string> Words);

/// <summary>A field, and how a cell of it is taken into a row.</summary>
sealed record Field<TDraft>(string Name, ValueForm Form, Action<TDraft, Cell> Take, params string[] Headers)
    : Field(Name, Form, Headers);
