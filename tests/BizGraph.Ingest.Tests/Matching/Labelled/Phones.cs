namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>A telephone number for each business; a third of the places of a chain share one, and half of the businesses of one address.</summary>
sealed class Phones(Dice dice)
{
    readonly Dictionary<string, string> _numbers = [];

    public string Of(RealBusiness business)
    {
        var key =
            business.Address.Length % 2 == 0 ? business.Address + business.Zip
            : business.Name.Length % 3 == 0 ? business.Name
            : business.Name + business.Address;
        return _numbers.TryGetValue(key, out var number) ? number : _numbers[key] = PlaceCorruptor.NewPhone(dice);
    }
}
