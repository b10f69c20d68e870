using System.Globalization;
using BizGraph.Model;

namespace BizGraph.Store.Neo4j.Shown;

/// <summary>Where what is shown comes from, as texts of import, file, row and part: <c>3/0/17/0</c>.</summary>
static class ClaimPlaces
{
    public static string Write(int import, ClaimPosition place) =>
        string.Create(CultureInfo.InvariantCulture, $"{import}/{place.File}/{place.Row}/{place.Part}");

    public static (int Import, ClaimPosition Place) Read(string text)
    {
        var parts = Array.ConvertAll(text.Split('/'), part => long.Parse(part, CultureInfo.InvariantCulture));
        return ((int)parts[0], new ClaimPosition((int)parts[1], parts[2], (int)parts[3]));
    }
}
