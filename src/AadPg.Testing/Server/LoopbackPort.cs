using System.Net;
using System.Net.Sockets;

namespace AadPg.Testing;

/// <summary>Finds a TCP port that nobody listens on.</summary>
internal static class LoopbackPort
{
    /// <summary>
    /// A port free on 127.0.0.1 and, where there is IPv6, on ::1, for "localhost" means either. Another process may take it before
    /// the server does; the caller then tries again.
    /// </summary>
    public static int Find()
    {
        while (true)
        {
            using var first = new TcpListener(IPAddress.Loopback, 0);
            first.Start();
            var port = ((IPEndPoint)first.LocalEndpoint).Port;
            if (!Socket.OSSupportsIPv6 || IsFreeOnIPv6(port))
                return port;
        }
    }

    private static bool IsFreeOnIPv6(int port)
    {
        using var second = new TcpListener(IPAddress.IPv6Loopback, port);
        try
        {
            second.Start();
            return true;
        }
        catch (SocketException refused)
        {
            return refused.SocketErrorCode == SocketError.AddressNotAvailable; // no IPv6 here after all
        }
    }
}
