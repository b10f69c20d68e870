using System.Text.Json;
using BizGraph.Ingest;
using BizGraph.Ingest.Mappings;

namespace BizGraph.Api.Imports;

/// <summary>What people chose for each column on the page of a preview, as a mapping.</summary>
static class MappingForm
{
    /// <summary>The input that names a column's list.</summary>
    public const string List = "list";

    /// <summary>The input that names a column's header.</summary>
    public const string Header = "header";

    /// <summary>The choice of a column's field; empty to keep it as an attribute.</summary>
    public const string Field = "field";

    /// <summary>Reads the choices, which come in the order of the columns.</summary>
    /// <exception cref="ImportRefusedException">They do not belong together, or are none that can be chosen.</exception>
    public static ImportMapping Read(IFormCollection form)
    {
        var (lists, headers, fields) = (form[List], form[Header], form[Field]);
        if (lists.Count == 0 || lists.Count != headers.Count || headers.Count != fields.Count)
        {
            throw new ImportRefusedException(["The choices of the columns came in part; look at the files again."], []);
        }

        var columns = Enumerable
            .Range(0, lists.Count)
            .Select(i => (List: lists[i]!, Header: headers[i]!, Field: fields[i] is "" ? MappingFile.Attributes : fields[i]!))
            .GroupBy(column => column.List)
            .ToDictionary(
                list => list.Key,
                list => list.GroupBy(column => column.Field, column => column.Header).ToDictionary(f => f.Key, f => f.ToList())
            );
        // JSON is YAML, too: what a file may say is checked in one place.
        return MappingFile.Parse(JsonSerializer.Serialize(new { columns }), "choices");
    }
}
