using System.Globalization;
using System.Text.Json;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Execution;

/// <summary>Coerces the variables of a request (spec 6.1.2).</summary>
sealed class VariableCoercion(Schema schema, DocumentNode document)
{
    readonly List<Error> _errors = [];

    /// <summary>The variables that have a value; those that were not given and have no default are absent.</summary>
    public static (Dictionary<string, object?> Values, IReadOnlyList<Error> Errors) Coerce(
        Schema schema,
        DocumentNode document,
        OperationDefinitionNode operation,
        JsonElement variables,
        int maxErrors
    )
    {
        var values = new Dictionary<string, object?>();
        var coercion = new VariableCoercion(schema, document);
        foreach (var definition in operation.Variables)
            if (coercion._errors.Count < maxErrors)
                coercion.CoerceVariable(definition, variables, values);
        return (values, coercion._errors);
    }

    void CoerceVariable(VariableDefinitionNode definition, JsonElement variables, Dictionary<string, object?> values)
    {
        var name = definition.Variable.Name;
        if (schema.TypeOf(definition.Type) is not { IsInput: true } type)
        {
            Report(
                definition,
                $"Variable \"${name}\" expected value of type \"{definition.Type}\" which cannot be used as an input type."
            );
            return;
        }
        try
        {
            if (variables.ValueKind == JsonValueKind.Object && variables.TryGetProperty(name, out var given))
                values[name] = CoerceJson(given, type, name);
            else if (definition.Default is not null)
                values[name] = LiteralCoercion.Coerce(definition.Default, type, null);
            else if (type.IsNonNull)
                Report(definition, $"Variable \"${name}\" of required type \"{type}\" was not provided.");
        }
        catch (Exception e) when (e is CoercionException or MisfitException or InvalidOperationException)
        {
            Report(definition, Describe(e, name));
        }
    }

    /// <summary>The JSON reader throws <see cref="InvalidOperationException"/> for text with half a surrogate pair.</summary>
    static string Describe(Exception e, string name) =>
        e switch
        {
            MisfitException misfit => $"Variable \"${name}\" has an invalid value{Place(misfit, name)}: {e.Message}",
            CoercionException => e.Message,
            _ => $"Variable \"${name}\" has text that is no Unicode.",
        };

    static string Place(MisfitException misfit, string name) => misfit.Place == name ? "" : $" at \"{misfit.Place}\"";

    static object? CoerceJson(JsonElement value, GraphType type, string place)
    {
        if (type is NonNullType nonNull)
            return CoerceJson(value, nonNull.Inner, place)
                ?? throw new MisfitException(place, $"Expected value of non-null type \"{type}\" not to be null.");
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        try
        {
            return type switch
            {
                ListType list => CoerceList(value, list, place),
                InputObjectType input => CoerceObject(value, input, place),
                _ => ((LeafType)type).ParseJson(value),
            };
        }
        catch (CoercionException e)
        {
            throw new MisfitException(place, e.Message);
        }
    }

    static object?[] CoerceList(JsonElement value, ListType type, string place)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return [CoerceJson(value, type.Item, place)];
        var items = new object?[value.GetArrayLength()];
        var i = 0;
        foreach (var item in value.EnumerateArray())
        {
            items[i] = CoerceJson(item, type.Item, string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]"));
            i++;
        }
        return items;
    }

    static InputObject CoerceObject(JsonElement value, InputObjectType type, string place)
    {
        if (value.ValueKind != JsonValueKind.Object)
            throw new MisfitException(
                place,
                $"Expected value of type \"{type}\" to be an object, found: {Scalars.Shorten(value)}."
            );
        var result = new InputObject(type);
        foreach (var property in value.EnumerateObject())
        {
            var field =
                type.Field(property.Name)
                ?? throw new MisfitException(place, $"Field \"{property.Name}\" is not defined by type \"{type}\".");
            result.Set(field, CoerceJson(property.Value, field.Type, $"{place}.{property.Name}"));
        }
        result.Complete();
        return result;
    }

    void Report(VariableDefinitionNode definition, string message) =>
        _errors.Add(
            new Error
            {
                Message = message,
                Locations = [document.LocationOf(definition)],
                Path = null,
            }
        );

    /// <summary>A value within a variable that does not fit, and where in the variable.</summary>
    sealed class MisfitException(string place, string message) : Exception(message)
    {
        public string Place => place;
    }
}
