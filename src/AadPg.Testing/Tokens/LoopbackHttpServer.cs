using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AadPg.Testing;

/// <summary>
/// A minimal HTTP server on 127.0.0.1: one request per connection. It takes a free port without a race, which
/// System.Net.HttpListener cannot.
/// </summary>
internal sealed class LoopbackHttpServer
{
    private readonly Func<HttpRequestHead, Task<HttpAnswer?>> _answer;

    private LoopbackHttpServer(int port, Func<HttpRequestHead, Task<HttpAnswer?>> answer) => (Port, _answer) = (port, answer);

    public int Port { get; }

    /// <summary>Starts a server that lives as long as the process. A null answer closes the connection without one.</summary>
    public static LoopbackHttpServer Start(Func<HttpRequestHead, Task<HttpAnswer?>> answer)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(backlog: 512);
        var server = new LoopbackHttpServer(((IPEndPoint)listener.LocalEndpoint).Port, answer);
        _ = server.AcceptAsync(listener);
        return server;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
            _ = ServeAsync(await listener.AcceptTcpClientAsync().ConfigureAwait(false));
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = await HttpRequestHead.ReadAsync(stream, CancellationToken.None).ConfigureAwait(false);
                var answer = request is null ? HttpAnswer.Error(HttpStatusCode.BadRequest, "Bad request.") : await _answer(request).ConfigureAwait(false);
                if (answer is not null)
                    await stream.WriteAsync(Encode(answer)).ConfigureAwait(false);
            }
            catch (Exception gone) when (gone is IOException or SocketException)
            {
                // The client went away, for instance because the caller cancelled.
            }
        }
    }

    private static byte[] Encode(HttpAnswer answer)
    {
        var length = Encoding.UTF8.GetByteCount(answer.Body).ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(
            $"HTTP/1.1 {(int)answer.Status} {answer.Status}\r\nContent-Type: application/json; charset=utf-8\r\n"
            + $"Content-Length: {length}\r\nConnection: close\r\n\r\n{answer.Body}");
    }
}
