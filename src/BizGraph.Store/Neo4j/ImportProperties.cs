using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BizGraph.Model;
using BizGraph.Store.Neo4j.Queries;
using BizGraph.Store.Sqlite;

namespace BizGraph.Store.Neo4j;

/// <summary>An import as the properties of its node.</summary>
static class ImportProperties
{
    /// <summary>What <see cref="Read"/> reads of the import <c>i</c>.</summary>
    public const string Columns = """
        i.number, i.plan, i.files, i.state, coalesce(i.until > timestamp(), false), i.started, i.order, i.counts,
        i.finished, i.version, i.report, i.acknowledgedFile, i.acknowledgedRow, i.matchRevision
        """;

    public static string Stamp(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    static DateTimeOffset? Time(string? stamp) =>
        stamp is null ? null : DateTimeOffset.Parse(stamp, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static void WriteNumber(Utf8JsonWriter parameters, string name, int? number)
    {
        parameters.WritePropertyName(name);
        if (number is { } value)
        {
            parameters.WriteNumberValue(value);
        }
        else
        {
            parameters.WriteNullValue();
        }
    }

    /// <summary>Writes the parameter <c>import</c>: what an import was asked.</summary>
    public static void WritePlan(Utf8JsonWriter parameters, ImportPlan plan)
    {
        var text = ImportTable.PlanText(plan);
        parameters.WriteStartObject("import");
        parameters.WriteString("source", plan.Source);
        parameters.WriteBoolean("replacesSource", plan.ReplacesSource);
        parameters.WriteString("plan", text);
        parameters.WriteString("planHash", HashOf(text));
        parameters.WriteStartArray("files");
        foreach (var file in plan.Files)
        {
            parameters.WriteStringValue(file.Name);
        }

        parameters.WriteEndArray();
        parameters.WriteEndObject();
    }

    /// <summary>Writes the parameter <c>outcome</c>: what came of an import so far.</summary>
    public static void WriteOutcome(Utf8JsonWriter parameters, ImportNode import)
    {
        parameters.WriteStartObject("outcome");
        parameters.WriteString("started", Stamp(import.Started));
        parameters.WriteBoolean("counts", import.Counts);
        parameters.WriteNumber("acknowledgedFile", import.Acknowledged.File);
        parameters.WriteNumber("acknowledgedRow", import.Acknowledged.Row);
        parameters.WriteString(
            "state",
            import.State switch
            {
                ImportState.Finished => "finished",
                ImportState.Undone => "undone",
                _ => "running",
            }
        );
        if (import.Order is { } order)
        {
            parameters.WriteNumber("order", order);
            parameters.WriteString("finished", Stamp(import.Finished!.Value));
            parameters.WriteNumber("version", import.Version!.Value);
            parameters.WriteString("report", FactsJson.Write(import.Report));
        }

        parameters.WriteEndObject();
    }

    public static string HashOf(string plan) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plan)));

    public static ImportNode Read(ref Utf8JsonReader row)
    {
        row.Begin();
        var number = (int)row.NextLong();
        var plan = FactsJson.Read<ImportPlan>(row.NextText());
        var names = row.NextTexts();
        var state = StateOf(row.NextText(), row.NextBool());
        return new ImportNode(
            number,
            plan with
            {
                // The plan's text leaves out the names, which make no other plan of it, and lists that are empty.
                Files = [.. (plan.Files ?? []).Zip(names, (file, name) => file with { Name = name })],
                Columns = plan.Columns ?? [],
            },
            state,
            Time(row.NextText())!.Value,
            row.NextLongOrNull(),
            row.NextBool()
        )
        {
            Finished = Time(row.NextTextOrNull()),
            Version = row.NextLongOrNull(),
            Report = row.NextTextOrNull() is { } report ? FactsJson.Read<ImportReport>(report) : null,
            Acknowledged = new ClaimPosition((int)row.NextLong(), row.NextLong()),
            MatchRevision = row.NextLongOrNull(),
        };
    }

    static ImportState StateOf(string state, bool isHeld) =>
        state switch
        {
            "finished" => ImportState.Finished,
            "undone" => ImportState.Undone,
            _ => isHeld ? ImportState.Running : ImportState.Interrupted,
        };
}
