using BizGraph.GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace BizGraph.GraphQL.Binding;

/// <summary>Which scalar stands for which C# type.</summary>
static class ScalarTypes
{
    static readonly Dictionary<Type, ScalarType> Known = new()
    {
        [typeof(string)] = Scalars.String,
        [typeof(char)] = Scalars.String,
        [typeof(bool)] = Scalars.Boolean,
        [typeof(int)] = Scalars.Int,
        [typeof(short)] = Scalars.Int,
        [typeof(ushort)] = Scalars.Int,
        [typeof(byte)] = Scalars.Int,
        [typeof(sbyte)] = Scalars.Int,
        [typeof(long)] = Scalars.Long,
        [typeof(uint)] = Scalars.Long,
        [typeof(double)] = Scalars.Float,
        [typeof(float)] = Scalars.Float,
        [typeof(decimal)] = Scalars.Decimal,
        [typeof(DateTimeOffset)] = Scalars.DateTime,
        [typeof(DateTime)] = Scalars.DateTime,
        [typeof(DateOnly)] = Scalars.LocalDate,
        [typeof(Guid)] = Scalars.Uuid,
        [typeof(Uri)] = Scalars.Uri,
        [typeof(object)] = Scalars.Any,
        [typeof(IFormFile)] = Scalars.Upload,
    };

    public static ScalarType? Find(Type type) => Known.GetValueOrDefault(type);
}
