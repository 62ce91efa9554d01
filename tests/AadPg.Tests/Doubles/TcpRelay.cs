using System.Net;
using System.Net.Sockets;

namespace AadPg.Tests;

/// <summary>
/// Passes connections on to a local server, from an address of its own, which the server's certificate need not name. Can hold the
/// server's answers back after so many bytes, to stop a login at any point.
/// </summary>
internal sealed class TcpRelay : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly int _target;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;

    public TcpRelay(string address, int target)
    {
        _target = target;
        _listener = new TcpListener(IPAddress.Parse(address), 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many bytes of the server each new connection lets through before it goes silent.</summary>
    public int SilentAfter { get; set; } = int.MaxValue;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
            _ = RelayAsync(await _listener.AcceptTcpClientAsync(_end.Token), SilentAfter);
    }

    private async Task RelayAsync(TcpClient client, int silentAfter)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(IPAddress.Loopback, _target, _end.Token);
            var up = PassAsync(client.GetStream(), server.GetStream(), int.MaxValue);
            var down = PassAsync(server.GetStream(), client.GetStream(), silentAfter);
            await (await Task.WhenAny(up, down)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, int limit)
    {
        var buffer = new byte[16_384];
        while (await from.ReadAsync(buffer, _end.Token) is > 0 and var read)
        {
            await to.WriteAsync(buffer.AsMemory(0, Math.Min(read, limit)), _end.Token);
            limit -= Math.Min(read, limit);
        }
    }
}
