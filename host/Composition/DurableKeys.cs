using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// The keys of the cookies, one XML file each. A key is on the disk whole before it is used; a file that a power cut left empty or torn is put
/// aside, where the framework's own store would fail each page for ever.
/// </summary>
internal sealed class DurableKeys(string directory, ILogger<DurableKeys> logger) : IXmlRepository
{
    private const string Extension = ".xml";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        Directory.CreateDirectory(directory);
        return [.. Directory.EnumerateFiles(directory, "*" + Extension).Order(StringComparer.Ordinal).Select(Read).OfType<XElement>()];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, Guid.TryParse(friendlyName.Replace("key-", "", StringComparison.Ordinal), out var id) ? $"key-{id:d}{Extension}" : $"key-{Guid.NewGuid():d}{Extension}");
        var half = path + ".tmp";
        using (var file = new FileStream(half, FileMode.Create))
        {
            element.Save(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(half, path, overwrite: true);
    }

    private XElement? Read(string path)
    {
        try
        {
            return XElement.Load(path);
        }
        catch (XmlException error)
        {
            logger.LogWarning(error, "The key file {File} cannot be read and is put aside: sessions that it signed end", Path.GetFileName(path));
            File.Move(path, path + ".illisible", overwrite: true);
            return null;
        }
    }
}
