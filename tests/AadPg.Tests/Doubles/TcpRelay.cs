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
    private CancellationTokenSource _calls = new();

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

    /// <summary>Ends the connections of now; new ones are taken.</summary>
    public void HangUp()
    {
        using var calls = Interlocked.Exchange(ref _calls, new CancellationTokenSource());
        calls.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _calls.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
        _calls.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
            _ = RelayAsync(await _listener.AcceptTcpClientAsync(_end.Token), SilentAfter, _calls.Token);
    }

    private async Task RelayAsync(TcpClient client, int silentAfter, CancellationToken end)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(IPAddress.Loopback, _target, end);
            var up = PassAsync(client.GetStream(), server.GetStream(), int.MaxValue, end);
            var down = PassAsync(server.GetStream(), client.GetStream(), silentAfter, end);
            await (await Task.WhenAny(up, down)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task PassAsync(NetworkStream from, NetworkStream to, int limit, CancellationToken end)
    {
        var buffer = new byte[16_384];
        while (await from.ReadAsync(buffer, end) is > 0 and var read)
        {
            await to.WriteAsync(buffer.AsMemory(0, Math.Min(read, limit)), end);
            limit -= Math.Min(read, limit);
        }
    }
}
