using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BizGraph.Ingest;

namespace BizGraph.Api.Commands;

/// <summary>For machines: JSON lines on stdout. Each has an <c>event</c>: <c>progress</c>, <c>refusedRow</c>, <c>finished</c> or <c>refused</c>.</summary>
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

    public override void Refused(ImportRefusedException refused) =>
        Write(
            new
            {
                Event = "refused",
                refused.Reasons,
                refused.Problems,
            }
        );

    static void Write<T>(T line) => Console.WriteLine(JsonSerializer.Serialize(line, Options));
}
