using BizGraph.Model;

namespace BizGraph.Api.Commands;

/// <summary>Where a person's own network is kept when no <c>--store</c> is named.</summary>
static class DataFolder
{
    /// <summary>The default store.</summary>
    public static string DefaultStore => Path.Combine(Find(), "network.db");

    /// <summary>Where uploaded files wait.</summary>
    public static string Uploads => Path.Combine(Find(), "uploads");

    /// <summary>The folder, made where there is none.</summary>
    public static string Find()
    {
        var home = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.Create
        );
        if (home.Length == 0)
        {
            throw new StoreException("There is no data folder for this user; name a file with --store, such as --store town.db.");
        }

        return Directory.CreateDirectory(Path.Combine(home, "BizGraph")).FullName;
    }
}
