using BizGraph.Model;

namespace BizGraph.Analysis;

/// <summary>Finds a business by what people write instead of its id: its name, or its id without the source.</summary>
sealed class BusinessNames
{
    readonly Dictionary<string, Business?> _byName = new(StringComparer.Ordinal); // null where several have it

    public BusinessNames(IReadOnlyList<Business> businesses)
    {
        foreach (var business in businesses)
        {
            var name = BusinessId.Normalize(business.Name);
            var id = business.Id.Value;
            var at = id.LastIndexOf('@');
            var bare = BusinessId.Normalize(at > 0 ? id[..at] : id);
            Add(name, business);
            if (bare != name)
            {
                Add(bare, business);
            }
        }
    }

    public Business? Find(string text) => _byName.GetValueOrDefault(BusinessId.Normalize(text));

    void Add(string name, Business business)
    {
        if (!_byName.TryAdd(name, business))
        {
            _byName[name] = null;
        }
    }
}
