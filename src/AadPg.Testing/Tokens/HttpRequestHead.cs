using System.Net.Sockets;
using System.Text;

namespace AadPg.Testing;

/// <summary>The first line and the headers of an HTTP/1.1 request: all there is, since token requests are GETs without a body.</summary>
internal sealed record HttpRequestHead(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers)
{
    private const int LongestHead = 16 * 1024;
    private static readonly Uri s_base = new("http://127.0.0.1/");

    /// <summary>The query's parameters by name; of a repeated one the last.</summary>
    public IReadOnlyDictionary<string, string> Query { get; } = Uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .GroupBy(pair => Uri.UnescapeDataString(pair[0]), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => Decode(group.Last()), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a request's head; null when what came is not one.</summary>
    public static async Task<HttpRequestHead?> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestHead];
        var filled = 0;
        while (filled < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return null;
            filled += read;
            var end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
                return Parse(Encoding.ASCII.GetString(buffer, 0, end).Split("\r\n"));
        }
        return null;
    }

    private static HttpRequestHead? Parse(string[] lines)
    {
        if (lines[0].Split(' ') is not [var method, var target, _] || !Uri.TryCreate(s_base, target, out var uri))
            return null;
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0].Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last()[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return new(method, uri, headers);
    }

    private static string Decode(string[] pair) => pair.Length < 2 ? "" : Uri.UnescapeDataString(pair[1].Replace('+', ' '));
}
