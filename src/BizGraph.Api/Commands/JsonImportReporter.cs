using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BizGraph.Api.Imports;
using BizGraph.Ingest;
using BizGraph.Ingest.Previews;
using BizGraph.Model;

namespace BizGraph.Api.Commands;

/// <summary>For machines: JSON lines on stdout. Each has an <c>event</c>: <c>progress</c>, <c>refusedRow</c>, <c>refusedRows</c>, <c>preview</c>, <c>finished</c> or <c>refused</c>.</summary>
sealed class JsonImportReporter : ImportReporter
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public override void Report(ImportProgress value) => Write(new { Event = "progress", Progress = value });

    public override void RowRefused(RefusedRow row) => Write(new { Event = "refusedRow", row.Problem });

    public override void Finished(ImportOutcome outcome) =>
        Write(
            new
            {
                Event = "finished",
                outcome.Effect,
                outcome.Import,
            }
        );

    public override void Previewed(ImportPreview preview) =>
        Write(
            new
            {
                Event = "preview",
                preview.KnownAs,
                preview.IsResumed,
                preview.TooManyToMatch,
                Lists = preview.Lists.Select(list => new
                {
                    list.Table,
                    list.Kind,
                    list.HeaderRow,
                    list.Columns,
                    FirstRows = list.FirstRows.Select(row => new { row.Row, Says = row.Claims.Select(SaidBy) }),
                }),
                preview.Report,
            }
        );

    public override void RefusedRowsWritten(RefusedRowFiles rows) =>
        Write(
            new
            {
                Event = "refusedRows",
                rows.Files,
                rows.Rows,
                rows.LeftOut,
            }
        );

    public override void Refused(ImportRefusedException refused) =>
        Write(
            new
            {
                Event = "refused",
                refused.Reasons,
                refused.Problems,
            }
        );

    static IEnumerable<object> SaidBy(Claim claim) => ClaimWords.Of(claim).Select(said => new { said.Field, said.Value });

    static void Write<T>(T line) => Console.WriteLine(JsonSerializer.Serialize(line, Options));
}
