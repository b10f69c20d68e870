using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Binding;

/// <summary>Connection and edge types, made once per name and item type.</summary>
sealed class ConnectionBinder(BindingContext context)
{
    readonly Dictionary<string, (ObjectType Type, string Item)> _connections = [];
    readonly ObjectType _pageInfo = PageInfo();

    public ObjectType TypeOf(string name, GraphType item, bool withTotal, string where)
    {
        var key = $"{item}{(withTotal ? " with total" : "")}";
        if (_connections.TryGetValue(name, out var known))
        {
            if (known.Item != key)
                context.Problems.Add(
                    $"{where} and another field both make a {name}Connection of different kinds; set ConnectionName on one"
                );
            return known.Type;
        }
        var type = Make(name, item, withTotal);
        _connections.Add(name, (type, key));
        return type;
    }

    ObjectType Make(string name, GraphType item, bool withTotal)
    {
        var edge = new ObjectType(name + "Edge") { Description = "An item of a page, with its cursor." };
        edge.SetFields([
            Field<IEdge>(
                "cursor",
                new NonNullType(Scalars.String),
                "Stands for the item's place; pages go on after it.",
                e => e.Cursor
            ),
            Field<IEdge>("node", item, "The item.", e => e.Node),
        ]);
        var connection = new ObjectType(name + "Connection") { Description = "One page of a list." };
        List<FieldDefinition> fields =
        [
            Field<IConnection>("pageInfo", new NonNullType(_pageInfo), "What is before and after this page.", c => c.Info),
            Field<IConnection>("edges", new ListType(new NonNullType(edge)), "The items with their cursors.", c => c.Edges),
            Field<IConnection>("nodes", new ListType(item), "The items.", c => c.Nodes),
        ];
        if (withTotal)
            fields.Add(
                Field<IConnection>(
                    "totalCount",
                    new NonNullType(Scalars.Int),
                    "How many items there are on all pages.",
                    c => c.TotalCount
                )
            );
        connection.SetFields(fields);
        return connection;
    }

    static ObjectType PageInfo()
    {
        var type = new ObjectType("PageInfo") { Description = "What is before and after a page." };
        type.SetFields([
            Field<ConnectionPageInfo>(
                "hasNextPage",
                new NonNullType(Scalars.Boolean),
                "Whether items follow.",
                i => i.HasNextPage
            ),
            Field<ConnectionPageInfo>(
                "hasPreviousPage",
                new NonNullType(Scalars.Boolean),
                "Whether items precede.",
                i => i.HasPreviousPage
            ),
            Field<ConnectionPageInfo>("startCursor", Scalars.String, "The first item's cursor.", i => i.StartCursor),
            Field<ConnectionPageInfo>("endCursor", Scalars.String, "The last item's cursor.", i => i.EndCursor),
        ]);
        return type;
    }

    static FieldDefinition Field<T>(string name, GraphType type, string description, Func<T, object?> read) =>
        new(name, type) { Description = description, Resolve = (parent, _, _) => read((T)parent!) };
}
