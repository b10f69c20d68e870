using System.Text.Json;

namespace BizGraph.Api.Tests.Imports;

/// <summary>Looking before taking in, and mending what was refused, on the command line.</summary>
public sealed class ImportPreviewCommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_preview_says_what_would_come_and_takes_in_nothing()
    {
        var ties = _folder.Write("ties.csv", "from,to,Relation,Colour\nMill,Bakery,gets from,red\nMill,,supplies,\n");

        var (exitCode, output, _) = await RunAsync("import", ties, "--preview");

        Assert.Equal(1, exitCode);
        foreach (
            var line in new[]
            {
                "ties.csv: ties, headers in row 1",
                "  Relation                 type (90% sure)",
                "  Colour                   kept as it is",
                "  row 2 says from: Mill; to: Bakery; type: Knows; kind: gets from; directed: directed; Colour: red",
                "Rows refused:                             1",
                "Businesses new:                           2",
                "Ties new:                                 1",
                "Refused, missing value: 1 in all",
                "  ties.csv, row 3, column \"to\": found nothing; expected the id or name of a business.",
                "This was a preview: nothing was taken in.",
            }
        )
        {
            Assert.Contains(line, output.Split('\n').Select(said => said.TrimEnd('\r')));
        }

        Assert.Contains("takes in the first", (await RunAsync("imports")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_mapping_is_used_again_as_it_was_changed()
    {
        var ties = _folder.Write("ties.csv", "Von,An,Relation,Colour\nMill,Bakery,gets from,red\n");
        var mapping = _folder.File("mapping.yaml");

        var saved = await RunAsync("import", ties, "--save-mapping", mapping);
        var text = await File.ReadAllTextAsync(mapping);
        Assert.Equal(0, saved.ExitCode);
        Assert.Contains(
            "    from: Von\n    to: An\n    type: Relation\n    attributes:\n    - Colour\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("#  \"gets from\": supplies", text, StringComparison.Ordinal);

        // As it was saved it changes nothing; then a person takes away the # and turns the word round.
        Assert.Equal(0, (await RunAsync("import", ties, "--mapping", mapping, "--preview")).ExitCode);
        await File.WriteAllTextAsync(
            mapping,
            text.Replace("#relations", "relations", StringComparison.Ordinal)
                .Replace("#  \"gets from\": supplies", "  gets from: {type: supplies, reversed: true}", StringComparison.Ordinal)
        );
        var used = await RunAsync("import", ties, "--mapping", mapping, "--preview");
        Assert.Contains("says from: Bakery; to: Mill; type: Supplies", used.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("sure)", used.Output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(mapping, "relations:\n  buys: suplies\n");
        var (exitCode, _, errors) = await RunAsync("import", ties, "--mapping", mapping);
        Assert.Equal(2, exitCode);
        Assert.Contains("mapping.yaml, line 2: found suplies; expected one of supplies", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_rows_are_mended_and_imported_again()
    {
        var businesses = _folder.Write("b.csv", "id;name;Betrag;phone\n1;Mill;-5;+49 30\n;;-7;+49 31\n");
        var ties = _folder.Write("t.csv", "from,to,amount,note\n1,2,-3,\n1,,-4,\"two\nlines\"\nx,\"open,1,2\n");
        var refused = _folder.File("refused.csv");

        var first = await RunAsync("import", businesses, ties, "--refused", refused);

        Assert.Equal(1, first.ExitCode);
        Assert.Contains("3 refused rows are in", first.Output, StringComparison.Ordinal);
        Assert.Equal(
            "\uFEFFid,name,Betrag,phone,reason\n,,'-7,'+49 31,\"Refused: b.csv, row 3, column \"\"name\"\": found nothing; expected a name or an id.\"\n",
            await ReadAsync(refused)
        );
        var second = await ReadAsync(_folder.File("refused-2.csv"));
        Assert.StartsWith(
            "\uFEFFfrom,to,amount,note,reason\n1,,'-4,\"two\nlines\",\"Refused: t.csv, row 3,",
            second,
            StringComparison.Ordinal
        );
        // The row with the open quote cannot be taken apart; its place is told.
        Assert.Contains("\n,,,,\"Refused: t.csv, row ", second, StringComparison.Ordinal);

        await File.WriteAllTextAsync(refused, (await ReadAsync(refused)).Replace("\n,,", "\n9,Forge,", StringComparison.Ordinal));
        await File.WriteAllTextAsync(_folder.File("refused-2.csv"), second.Replace("\n1,,", "\n1,9,", StringComparison.Ordinal));
        var again = await RunAsync(
            "import",
            refused,
            _folder.File("refused-2.csv"),
            "--json",
            "--refused",
            _folder.File("more.csv")
        );

        var finished = again
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Single(line => line.GetProperty("event").GetString() == "finished");
        var report = finished.GetProperty("import").GetProperty("report");
        Assert.Equal((2, 1), (report.GetProperty("rowsTaken").GetInt32(), report.GetProperty("rowsRefused").GetInt32()));
        var export = await RunAsync("export", _folder.File("out"), "--private");
        Assert.Equal(0, export.ExitCode);
        var listed = await ReadAsync(Path.Combine(_folder.File("out"), "businesses.csv"));
        Assert.DoesNotContain("reason", listed, StringComparison.Ordinal);
        Assert.Contains("9,Forge,", listed, StringComparison.Ordinal);
        Assert.Contains("'+49 31", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("''", listed, StringComparison.Ordinal);
        var tied = await ReadAsync(Path.Combine(_folder.File("out"), "ties.csv"));
        Assert.Contains("1,9,Supplies,", tied, StringComparison.Ordinal);
        Assert.Contains("-4", tied, StringComparison.Ordinal);
        // What is refused again carries its new reason alone.
        Assert.StartsWith(
            "\uFEFFfrom,to,amount,note,reason\n,,,,\"Refused: refused-2.csv, row 3",
            await ReadAsync(_folder.File("more.csv")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_list_keeps_a_column_of_its_own_that_is_called_reason()
    {
        await RunAsync("import", _folder.Write("b.csv", "id,name,Reason\n1,Mill,moved away\n"));

        await RunAsync("export", _folder.File("out"), "--private");

        Assert.Contains(
            "moved away",
            await ReadAsync(Path.Combine(_folder.File("out"), "businesses.csv")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task No_file_that_is_there_is_written_over()
    {
        var list = _folder.Write("b.csv", "id,name\n1,Mill\n");

        Assert.Equal(1, (await RunAsync("import", list, "--refused", list)).ExitCode);
        Assert.Equal(1, (await RunAsync("import", list, "--save-mapping", list)).ExitCode);
        Assert.Equal("id,name\n1,Mill\n", await ReadAsync(list));
    }

    static async Task<string> ReadAsync(string path) => System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(path));

    Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        BizGraphProcess.RunAsync(_folder.Path, arguments);
}
