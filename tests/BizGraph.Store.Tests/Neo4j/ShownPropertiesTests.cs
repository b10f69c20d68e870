using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BizGraph.Model;
using BizGraph.Store.Neo4j.Shown;
using BizGraph.Store.Sqlite;

namespace BizGraph.Store.Tests.Neo4j;

/// <summary>Facts as properties of nodes and relationships, and back. A fact that is new to the model fails here until it has its property.</summary>
public sealed class ShownPropertiesTests
{
    static readonly BusinessFacts WholeBusiness = new()
    {
        Name = "Mühle \"Nord\"",
        Kind = BusinessKind.Nonprofit,
        Industry = new Industry("10.61", "NACE", "Mills"),
        Place = new Place
        {
            Address = "1 Lane",
            Locality = "Ham",
            Region = "Kent",
            Country = "GB",
            PostalCode = "CT1",
            Latitude = 51,
            Longitude = -1e-7,
            LocatedBy = LocatedBy.Town,
        },
        Ownership = Ownership.National,
        Serves = ServedArea.Worldwide,
        Employees = 3,
        Turnover = 79228162514264337593543950335m,
        Spend = 0.10m,
        Currency = "GBP",
        Founded = -44,
        Website = "https://a.example",
        Email = "a@a.example",
        Phone = "1",
        Offers = ["a", ""],
        Needs = ["b"],
        OpenTo = ["c"],
        NotWith = ["d"],
        Tags = ["e"],
        Networks = ["f"],
        Status = BusinessStatus.Closed,
        Attributes = new Dictionary<string, string> { ["z"] = "1", ["a"] = "2" },
    };

    static readonly RelationshipFacts WholeTie = new()
    {
        Type = RelationshipType.Knows,
        Kind = "met|>",
        Directed = true,
        Industry = new Industry(Title: "Flour"),
        Weight = 1e300,
        Amount = -0.30m,
        Currency = "a|b",
        Since = DateOnly.MinValue,
        Until = DateOnly.MaxValue,
        Ended = false,
        Note = "=1+1",
        Confidence = 1,
        Attributes = new Dictionary<string, string> { ["k"] = "" },
    };

    [Fact]
    public void Every_fact_of_a_business_comes_back()
    {
        var facts = WholeBusiness;
        AssertAllSaid(facts);
        AssertAllSaid(facts.Place!);
        var business = new Business(new BusinessId("m"), facts, IsListed: false) { OtherIds = [new("x"), new("y")] };

        var read = BusinessProperties.Read(Bag(NodeOf(business)))!;

        Assert.Equal(FactsJson.Write(facts), FactsJson.Write(read.Facts));
        Assert.Equal((business.Id, false, "x y"), (read.Id, read.IsListed, string.Join(' ', read.OtherIds)));
    }

    [Fact]
    public void Every_fact_of_a_tie_comes_back()
    {
        var facts = WholeTie;
        AssertAllSaid(facts);
        var (from, to) = (new BusinessId("b"), new BusinessId("a"));
        var tie = new Relationship(RelationshipKey.Of(from, to, facts), facts);

        var read = RelationshipProperties.Read(Bag(LinkOf(tie)), from, to, facts.Type)!;

        Assert.Equal((tie.Key, FactsJson.Write(facts)), (read.Key, FactsJson.Write(read.Facts)));
    }

    [Fact]
    public void Every_property_that_is_written_is_among_those_that_a_change_takes_away()
    {
        var business = new Business(new BusinessId("m"), WholeBusiness, IsListed: false) { OtherIds = [new("x")] };
        var unnamed = business with { Facts = WholeBusiness with { Name = null, Turnover = 0.30m } };
        var facts = WholeTie with { Industry = WholeBusiness.Industry };
        var tie = new Relationship(RelationshipKey.Of(new("b"), new("a"), facts), facts);

        var ofBusiness = NamesOf(NodeOf(business)).Union(NamesOf(NodeOf(unnamed)));
        Assert.Equal(ofBusiness.Order(), BusinessProperties.Names.Append("id").Order());
        Assert.Equal(NamesOf(LinkOf(tie)).Order(), RelationshipProperties.Names.Append("key").Order());

        static IEnumerable<string> NamesOf(JsonObject properties) => properties.Select(property => property.Key);
    }

    [Fact]
    public void Ties_that_differ_in_word_currency_or_direction_have_different_keys()
    {
        var facts = new RelationshipFacts { Type = RelationshipType.Knows };
        RelationshipFacts[] all =
        [
            facts,
            facts with
            {
                Directed = true,
            },
            facts with
            {
                Kind = "a",
            },
            facts with
            {
                Kind = "|a",
            },
            facts with
            {
                Currency = "|",
                Kind = "a",
            },
            facts with
            {
                Currency = ">",
            },
            facts with
            {
                Currency = "%3E",
            },
            facts with
            {
                Currency = "a",
            },
        ];

        var keys = all.Select(f => RelationshipProperties.KeyOf(RelationshipKey.Of(new("a"), new("b"), f)));

        Assert.Equal(all.Length, keys.Distinct().Count());
    }

    [Fact]
    public void What_another_program_wrote_in_the_place_of_a_fact_is_left_out()
    {
        var read = BusinessProperties.Read(
            Bag(
                JsonNode
                    .Parse(
                        """{"id":"m","name":7,"kind":"Castle","tags":[1,2],"employees":"many","since":{"a":[1]},"listed":null}"""
                    )!
                    .AsObject()
            )
        )!;

        Assert.Equal(
            ("m", null, null, null, 0, true),
            (read.Name, read.Facts.Name, read.Facts.Kind, read.Facts.Employees, read.Facts.Tags.Count, read.IsListed)
        );
    }

    // The node or relationship as the statement makes it of a row: the properties, what it is found by, and the days.
    static JsonObject NodeOf(Business business)
    {
        var node = Row(json => BusinessProperties.Write(json, business, ["1/0/2/0"]))[0]!.AsObject();
        node["id"] = business.Id.Value;
        return node;
    }

    static JsonObject LinkOf(Relationship tie)
    {
        var row = Row(json =>
        {
            RelationshipProperties.Write(json, tie);
            RelationshipProperties.WriteDays(json, tie.Facts);
        });
        var link = row[0]!.AsObject();
        link["key"] = RelationshipProperties.KeyOf(tie.Key);
        link["since"] = row[1]?.GetValue<string>();
        link["until"] = row[2]?.GetValue<string>();
        return link;
    }

    static JsonArray Row(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            write(json);
            json.WriteEndArray();
        }

        return JsonNode.Parse(stream.ToArray())!.AsArray();
    }

    static PropertyBag Bag(JsonObject properties)
    {
        // As the server answers: the map comes after another value of the row.
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"[{properties.ToJsonString()}]"));
        reader.Read();
        var bag = new PropertyBag();
        bag.Fill(ref reader);
        return bag;
    }

    static void AssertAllSaid(object facts) =>
        Assert.All(
            facts.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance),
            property =>
            {
                var value = property.GetValue(facts);
                Assert.True(value is not null and not ICollection { Count: 0 }, $"{property.Name} is not said.");
            }
        );
}
