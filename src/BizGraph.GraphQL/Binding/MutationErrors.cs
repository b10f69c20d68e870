using System.Reflection;
using BizGraph.GraphQL.Execution;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Binding;

/// <summary>Makes the payload types of mutations with <c>[Error&lt;T&gt;]</c>, and catches what they throw.</summary>
sealed class MutationErrors(TypeDeclarations declarations)
{
    readonly InterfaceType _contract = Contract();
    readonly Dictionary<Type, ErrorKind> _kinds = [];

    /// <summary>The error types that a method declares; empty for one that has none.</summary>
    public static Type[] Of(MemberInfo member) =>
        [
            .. member
                .GetCustomAttributes(false)
                .Select(attribute => attribute.GetType())
                .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ErrorAttribute<>))
                .Select(type => type.GetGenericArguments()[0]),
        ];

    public static Resolver? Catch(ErrorKind[] kinds, Resolver? resolve) =>
        resolve is null
            ? null
            : (parent, arguments, request) =>
            {
                try
                {
                    return new Payload(resolve(parent, arguments, request), null);
                }
                catch (Exception e) when (Find(kinds, e) is { } error)
                {
                    return new Payload(null, [error]);
                }
            };

    public static AsyncResolver? Catch(ErrorKind[] kinds, AsyncResolver? resolve) =>
        resolve is null
            ? null
            : async (parent, arguments, request) =>
            {
                try
                {
                    return new Payload(await resolve(parent, arguments, request).ConfigureAwait(false), null);
                }
                catch (Exception e) when (Find(kinds, e) is { } error)
                {
                    return new Payload(null, [error]);
                }
            };

    /// <param name="field">The mutation's name.</param>
    /// <param name="result">What the method returns.</param>
    /// <param name="kinds">Its errors.</param>
    public static ObjectType PayloadOf(string field, GraphType result, ErrorKind[] kinds)
    {
        var name = Names.PascalCase(field);
        var union = new UnionType(name + "Error")
        {
            Description = "What can go wrong.",
            Members = [.. kinds.Select(kind => kind.Type).OrderBy(type => type.Name, StringComparer.Ordinal)],
        };
        var resultName = result.Nullable is CompositeType or EnumType ? Names.CamelCase(result.Named.Name) : "result";
        var payload = new ObjectType(name + "Payload") { Description = "What the mutation did, or why it did not." };
        payload.SetFields([
            new FieldDefinition(resultName, result.Nullable)
            {
                Description = "The result; null where there are errors.",
                Resolve = (parent, _, _) => ((Payload)parent!).Result,
            },
            new FieldDefinition("errors", new ListType(new NonNullType(union)))
            {
                Description = "Why it was not done; null where it was.",
                ListSize = new ListSize(1, [], []),
                Resolve = (parent, _, _) => ((Payload)parent!).Errors,
            },
        ]);
        return payload;
    }

    public ErrorKind KindOf(Type type, FieldBinder fields)
    {
        if (_kinds.TryGetValue(type, out var kind))
            return kind;
        var isException = type.IsAssignableTo(typeof(Exception));
        var name =
            isException && type.Name.EndsWith("Exception", StringComparison.Ordinal)
                ? type.Name[..^9] + "Error"
                : Names.OfType(type);
        var made = new ObjectType(name)
        {
            RuntimeType = type,
            Interfaces = [_contract],
            Description = declarations.Describe(type),
        };
        declarations.Add(type, made);
        var own = fields.FieldsOf(type, type, declaredOnly: isException).Where(field => field.Name != "message");
        made.SetFields([.. _contract.Fields.Select(Message), .. own]);
        return _kinds[type] = new ErrorKind(type, made, ConstructorOf(type));
    }

    static FieldDefinition Message(FieldDefinition contract) =>
        new(contract.Name, contract.Type) { Description = contract.Description, Resolve = (parent, _, _) => MessageOf(parent!) };

    static string MessageOf(object error) =>
        error is Exception e ? e.Message : error.GetType().GetProperty("Message")?.GetValue(error) as string ?? error.ToString()!;

    /// <summary>For a class that is no exception: its constructor from one.</summary>
    static ConstructorInfo? ConstructorOf(Type type)
    {
        if (type.IsAssignableTo(typeof(Exception)))
            return null;
        return Array.Find(
                type.GetConstructors(),
                candidate => candidate.GetParameters() is [var only] && only.ParameterType.IsAssignableTo(typeof(Exception))
            )
            ?? throw new SchemaException(
                $"{type} is an error of a mutation but no exception, and has no public constructor from one."
            );
    }

    static object? Find(ErrorKind[] kinds, Exception e)
    {
        foreach (var kind in kinds)
        {
            if (
                kind.Constructor is null
                    ? kind.Runtime.IsInstanceOfType(e)
                    : kind.Constructor.GetParameters()[0].ParameterType.IsInstanceOfType(e)
            )
                return kind.Constructor is null ? e : kind.Constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [e], null);
        }
        return null;
    }

    static InterfaceType Contract()
    {
        var type = new InterfaceType("Error") { Description = "Something that a client can handle." };
        type.SetFields([
            new FieldDefinition("message", new NonNullType(Scalars.String)) { Description = "What went wrong, for people." },
        ]);
        return type;
    }

    sealed record Payload(object? Result, object[]? Errors);
}

/// <summary>An error of mutations: what is caught, and how it is shown.</summary>
sealed record ErrorKind(Type Runtime, ObjectType Type, ConstructorInfo? Constructor);
