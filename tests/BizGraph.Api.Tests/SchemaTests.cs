namespace BizGraph.Api.Tests;

/// <summary>The schema is a promise: a change to it is approved by changing the file beside the code.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task The_schema_is_the_approved_one()
    {
        await using var service = await RunningService.StartAsync();

        var schema = await service.Client.GetStringAsync(new Uri("/graphql/schema.graphql", UriKind.Relative));

        var approved = Path.Combine(Repository.Root, "src", "BizGraph.Api", "schema.graphql");
        Assert.True(
            (await File.ReadAllTextAsync(approved)).ReplaceLineEndings("\n") == schema.ReplaceLineEndings("\n"),
            $"The schema changed. If it should, save /graphql/schema.graphql of a running service as {approved}."
        );
    }

    [Fact]
    public async Task Every_type_field_argument_and_enum_value_has_a_description()
    {
        await using var service = await RunningService.StartAsync();
        var types = (
            await service.QueryAsync(
                """
                { __schema { types { name description
                    fields(includeDeprecated: true) { name description args { name description } }
                    inputFields { name description }
                    enumValues { name description } } } }
                """
            )
        ).GetProperty("__schema").GetProperty("types");

        var bare = new List<string>();
        foreach (var type in types.EnumerateArray())
        {
            var name = type.GetProperty("name").GetString()!;
            if (!name.StartsWith("__", StringComparison.Ordinal)) // these are the specification's own
            {
                Collect(type, name, bare);
            }
        }

        Assert.Empty(bare);
    }

    static void Collect(System.Text.Json.JsonElement element, string path, List<string> bare)
    {
        if (string.IsNullOrWhiteSpace(element.GetProperty("description").GetString()))
        {
            bare.Add(path);
        }

        foreach (var list in new[] { "fields", "args", "inputFields", "enumValues" })
        {
            if (element.TryGetProperty(list, out var members) && members.ValueKind == System.Text.Json.JsonValueKind.Array)
            {
                foreach (var member in members.EnumerateArray())
                {
                    Collect(member, $"{path}.{member.GetProperty("name").GetString()}", bare);
                }
            }
        }
    }
}
