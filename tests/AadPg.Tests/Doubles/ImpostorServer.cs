using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AadPg.Tests;

/// <summary>
/// Listens where a PostgreSQL should be, writes down every byte that comes, and answers the request for TLS in a way of its own.
/// </summary>
internal sealed class ImpostorServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<NetworkStream, Task> _answer;
    private readonly MemoryStream _recorded = new();
    private int _connections;

    public ImpostorServer(Func<NetworkStream, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>AuthenticationCleartextPassword, as a server sends it.</summary>
    public static byte[] AskForPassword { get; } = [(byte)'R', 0, 0, 0, 8, 0, 0, 0, 3];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>All that crossed the wire, as text.</summary>
    public string Recorded
    {
        get
        {
            lock (_recorded)
                return Encoding.Latin1.GetString(_recorded.ToArray());
        }
    }

    public void Dispose() => _listener.Stop();

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync();
            Interlocked.Increment(ref _connections);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            await ReadAsync(stream);
            await _answer(stream);
            while (await ReadAsync(stream) > 0)
            {
            }
        }
    }

    private async Task<int> ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[16_384];
        var read = await stream.ReadAsync(buffer);
        lock (_recorded)
            _recorded.Write(buffer, 0, read);
        return read;
    }
}
