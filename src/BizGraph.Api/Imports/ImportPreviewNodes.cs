using BizGraph.GraphQL;
using BizGraph.Ingest.Mappings;
using BizGraph.Ingest.Previews;
using BizGraph.Model;

namespace BizGraph.Api.Imports;

/// <summary>What uploaded files would come to.</summary>
[ObjectType]
[GraphQLName("ImportPreview")]
sealed class ImportPreviewed(WaitingImport waiting)
{
    readonly ImportReport _report = waiting.Preview.Report;
    readonly ImportChanges _changes = waiting.Preview.Report.Changes;

    /// <summary>What `confirmImport` takes, once.</summary>
    public string Token => waiting.Token;

    /// <summary>Where this service gives out the rows that would be refused, each list as a CSV file with a column of reasons, to be mended and taken in.</summary>
    [ListSize(AssumedSize = 2)]
    public IEnumerable<string> RefusedRows => waiting.RefusedRows.Select(file => $"/results/{waiting.Token}/{file}");

    /// <summary>The number of the import that took in the same files and counts already; then nothing is to be done.</summary>
    public int? KnownAs => waiting.Preview.KnownAs;

    /// <summary>Whether an import of the same files was interrupted, which this one goes on with.</summary>
    public bool IsResumed => waiting.Preview.IsResumed;

    /// <summary>How columns and words are understood, as YAML: changed, `remapImport` takes it, and `bizgraph import --mapping`.</summary>
    public string Mapping => MappingFile.Text(waiting.Preview);

    /// <summary>How each list of the files is understood.</summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<ListPreview> Lists => waiting.Preview.Lists;

    /// <summary>Rows read, blank ones and headers left out.</summary>
    public long RowsRead => _report.RowsRead;

    /// <summary>Rows that would be taken.</summary>
    public long RowsTaken => _report.RowsTaken;

    /// <summary>Rows that would be refused.</summary>
    public long RowsRefused => _report.RowsRefused;

    /// <summary>Businesses that would be new.</summary>
    public long BusinessesAdded => _changes.BusinessesAdded;

    /// <summary>Businesses that would be shown otherwise.</summary>
    public long BusinessesChanged => _changes.BusinessesChanged;

    /// <summary>Businesses that the files list and that would be shown as they are.</summary>
    public long BusinessesUnchanged => _changes.BusinessesUnchanged;

    /// <summary>Businesses that would be shown no more.</summary>
    public long BusinessesRemoved => _changes.BusinessesRemoved;

    /// <summary>Ids that would mean a business of another id.</summary>
    public long BusinessesMerged => _changes.BusinessesMerged;

    /// <summary>Pairs that may be one business, which a person would be asked about.</summary>
    public long Questions => _changes.Questions;

    /// <summary>Ties that would be new.</summary>
    public long RelationshipsAdded => _changes.RelationshipsAdded;

    /// <summary>Ties that would be shown otherwise.</summary>
    public long RelationshipsChanged => _changes.RelationshipsChanged;

    /// <summary>Ties between businesses that the files tie that would be shown as they are.</summary>
    public long RelationshipsUnchanged => _changes.RelationshipsUnchanged;

    /// <summary>Ties that would be shown no more.</summary>
    public long RelationshipsRemoved => _changes.RelationshipsRemoved;

    /// <summary>Ties that would be held, because an end fits several businesses.</summary>
    public long Held => _changes.Held;

    /// <summary>The problems by their kinds, refusals first.</summary>
    [ListSize(AssumedSize = 10)]
    public IReadOnlyList<ProblemGroup> Problems => ProblemGroup.Of(_report);
}

/// <summary>How one list is understood.</summary>
[ObjectType<ListPreview>]
[GraphQLName("ListPreview")]
static class ListPreviewNode
{
    /// <summary>The file's name, and behind it the table's where the file holds several.</summary>
    public static string Table([Parent] ListPreview list) => list.Table;

    /// <summary>What its rows are: businesses, ties, ledger rows, attendance or decisions.</summary>
    public static string Kind([Parent] ListPreview list) => list.Kind;

    /// <summary>The row of its headers; 0 where the file has no header row.</summary>
    public static long HeaderRow([Parent] ListPreview list) => list.HeaderRow;

    /// <summary>Its columns, from left to right.</summary>
    [ListSize(AssumedSize = 30)]
    public static IReadOnlyList<ColumnPreview> Columns([Parent] ListPreview list) => list.Columns;

    /// <summary>The fields that a column of such a list may fill.</summary>
    [ListSize(AssumedSize = 30)]
    public static IReadOnlyList<string> Fields([Parent] ListPreview list) => list.Fields;

    /// <summary>The first rows that would be taken.</summary>
    [ListSize(AssumedSize = ListPreview.MostRows)]
    public static IReadOnlyList<RowPreview> FirstRows([Parent] ListPreview list) => list.FirstRows;
}

/// <summary>What a column is taken for.</summary>
[ObjectType<ColumnPreview>]
[GraphQLName("ColumnPreview")]
static class ColumnPreviewNode
{
    /// <summary>Its header; numbered where several are alike.</summary>
    public static string Header([Parent] ColumnPreview column) => column.Header;

    /// <summary>The field that it fills; null where it is kept as an attribute.</summary>
    public static string? Field([Parent] ColumnPreview column) => column.Field;

    /// <summary>How sure that is: 1 where it was named by hand or has the field's own name, 0.9 for another word for the field, 0.7 for a word in part of the header.</summary>
    public static double? Confidence([Parent] ColumnPreview column) => column.Confidence;
}

/// <summary>A row as it would be taken.</summary>
[ObjectType<RowPreview>]
[GraphQLName("RowPreview")]
static class RowPreviewNode
{
    /// <summary>Its number, the header being row 1.</summary>
    public static long Row([Parent] RowPreview row) => row.Row;

    /// <summary>What it says, such as `name: Mill; locality: Ham`; a row of several ties says several.</summary>
    [ListSize(AssumedSize = 2)]
    public static IEnumerable<string> Says([Parent] RowPreview row) => PreviewWords.Says(row);
}

/// <summary>The problems of one kind, told to whoever uploads the files.</summary>
[ObjectType<ProblemGroup>]
[GraphQLName("ProblemGroup")]
static class ProblemGroupNode
{
    /// <summary>The kind.</summary>
    public static ImportProblemKind Kind([Parent] ProblemGroup group) => group.Kind;

    /// <summary>Whether what has them is refused; else they are remarks.</summary>
    public static bool IsRefusal([Parent] ProblemGroup group) => group.IsRefusal;

    /// <summary>How many there are in all.</summary>
    public static long Count([Parent] ProblemGroup group) => group.Count;

    /// <summary>The first of them, each in one sentence: its place, what was found, what was expected.</summary>
    [ListSize(AssumedSize = ProblemGroup.MostSaid)]
    public static IEnumerable<string> First([Parent] ProblemGroup group) => group.First.Select(problem => problem.ToString());
}
