using System.Globalization;

namespace AadPg.Benchmarks.Analysis;

/// <summary>
/// Writes the source of a shop as apps are written: entities, contracts, stores on Npgsql, EF Core contexts, services, controllers and
/// tests, a file each. The same seed writes the same code.
/// </summary>
internal sealed class ShopWriter(int seed)
{
    private static readonly string[] s_nouns = ["Order", "Invoice", "Shipment", "Customer", "Article", "Supplier", "Payment", "Refund", "Basket", "Discount", "Voucher", "Address", "Contract", "Delivery", "Review", "Category"];

    private static readonly (string Type, string Name)[] s_columns =
    [
        ("string", "Title"), ("string", "Reference"), ("string", "Status"), ("string", "Remarks"), ("string", "CountryCode"), ("string", "Currency"), ("string", "Email"),
        ("int", "Quantity"), ("int", "Priority"), ("long", "Version"), ("decimal", "Total"), ("decimal", "Tax"), ("bool", "IsActive"), ("bool", "IsPaid"),
        ("DateTime", "CreatedAt"), ("DateTime", "ChangedAt"), ("Guid", "Tenant"),
    ];

    private readonly Random _random = new(seed);

    /// <summary>Source files of about <paramref name="lines"/> lines in all.</summary>
    /// <param name="lines">How much code.</param>
    /// <param name="stringsPerThousandLines">How many connection strings or builders per 1,000 lines.</param>
    public IReadOnlyList<string> Write(int lines, double stringsPerThousandLines)
    {
        var files = new List<string> { ShopTemplates.Shared };
        for (var (number, written) = (0, 0); written < lines; number++)
        {
            var feature = Feature(number).ToList();
            files.AddRange(feature);
            written += feature.Sum(LinesOf);
        }

        return [.. files, .. Connections((int)Math.Round(lines * stringsPerThousandLines / 1000))];
    }

    private static int LinesOf(string file) => file.Count(static character => character == '\n');

    private IEnumerable<string> Feature(int number)
    {
        var name = s_nouns[number % s_nouns.Length] + (number / s_nouns.Length).ToString(CultureInfo.InvariantCulture);
        var columns = _random.GetItems(s_columns, _random.Next(5, 13)).Distinct().ToArray();
        return ShopTemplates.Feature.Select(template => template(name, columns));
    }

    private IEnumerable<string> Connections(int count) => Enumerable.Range(0, count)
        .Chunk(5)
        .Select((numbers, index) => ShopTemplates.Connections($"Connections{index}", numbers.Select(number => ShopTemplates.ConnectionForms[_random.Next(ShopTemplates.ConnectionForms.Count)](number))));
}
