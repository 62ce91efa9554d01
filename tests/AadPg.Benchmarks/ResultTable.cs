using System.Globalization;
using System.Text;

namespace AadPg.Benchmarks;

/// <summary>The one table that everything is printed in, as Markdown.</summary>
internal static class ResultTable
{
    private static readonly (double Nanoseconds, string Unit)[] s_units = [(1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1, "ns")];

    public static string Of(IEnumerable<FigureResult> results)
    {
        var table = new StringBuilder();
        table.Append("| figure | ours | peer | time, by the peer's (each at its best; single rounds) | target | memory, by the peer's | target |\n");
        table.Append("|---|---|---|---|---|---|---|\n");
        foreach (var result in results)
            table.Append('|').AppendJoin('|', Cells(result).Select(static cell => $" {cell} ")).Append("|\n");
        return table.ToString();
    }

    private static string[] Cells(FigureResult result) =>
    [
        result.Figure.Name,
        $"{Time(result.OurNanoseconds)}, {Bytes(result.OurBytes)}",
        $"{Time(result.PeerNanoseconds)}, {Bytes(result.PeerBytes)}",
        result.Figure.Time is null ? "" : $"{Ratio(result.TimeRatio)} ({Ratio(result.TimeRatios[0])} to {Ratio(result.TimeRatios[^1])})",
        result.Figure.Time is { } time ? "≤ " + Ratio(time.Target) : "",
        result.Figure.Bytes is null ? "" : Ratio(result.BytesRatio),
        result.Figure.Bytes is { } bytes ? "≤ " + Ratio(bytes.Target) : "",
    ];

    private static string Time(double nanoseconds)
    {
        var (size, unit) = Array.Find(s_units, unit => nanoseconds >= unit.Nanoseconds) is { Unit: not null } fitting ? fitting : s_units[^1];
        return string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / size:0.#} {unit}");
    }

    private static string Bytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:#,0} B");

    private static string Ratio(double ratio) => ratio.ToString(ratio < 0.01 ? "0.#####" : "0.###", CultureInfo.InvariantCulture);
}
