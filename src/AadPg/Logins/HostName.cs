using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace AadPg;

/// <summary>
/// Reads one entry of the Host keyword (name, name:port, address) into the form that hosts are compared in: lower case, no port, no
/// trailing dot. Anything else has no such form. That matters twice: what is no host name is never equal to an allowed one,
/// and it is never printed, because a garbled connection string can have its password in the Host value.
/// </summary>
internal static class HostName
{
    private const int LongestDnsName = 253;
    private static readonly SearchValues<char> s_nameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");
    private static readonly SearchValues<char> s_addressCharacters = SearchValues.Create("abcdef0123456789:.[]");

    /// <summary>Reads one host; false for blanks, paths of Unix sockets and everything that is no DNS name or IP address.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out string? host)
    {
        host = WithoutPort(text.Trim()).ToLowerInvariant();
        if (host.EndsWith('.'))
            host = host[..^1];
        if (IsName(host) || IsIPv6Address(host))
            return true;

        host = null;
        return false;
    }

    // As Npgsql splits it: the last colon ends the host, unless it belongs to a bare IPv6 address.
    private static string WithoutPort(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 0 || colon < text.LastIndexOf(']'))
            return text;

        var otherColon = text.LastIndexOf(':', Math.Max(colon - 1, 0));
        var bracketed = text.StartsWith('[');
        return (otherColon < 0 || otherColon == colon || bracketed) && text.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0
            ? text[..colon]
            : text;
    }

    private static bool IsName(string host) =>
        host.Length is > 0 and <= LongestDnsName
        && !host.AsSpan().ContainsAnyExcept(s_nameCharacters)
        && !host.StartsWith('.')
        && !host.EndsWith('.')
        && !host.Contains("..", StringComparison.Ordinal);

    private static bool IsIPv6Address(string host) =>
        host.Contains(':', StringComparison.Ordinal)
        && !host.AsSpan().ContainsAnyExcept(s_addressCharacters)
        && System.Net.IPAddress.TryParse(host, out _);
}
