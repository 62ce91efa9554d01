using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AadPg.Testing;
using Azure.Core;

namespace AadPg.Tests;

/// <summary>
/// A real PgBouncer with TLS in front of a server. It asks for the password in clear text inside TLS, as Azure's does, and logs in to the
/// server with it. A PgBouncer of one's own compares the password itself: it has to be told which token is right.
/// </summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    private static readonly string[] s_folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), "/usr/sbin", "/usr/local/bin"];

    private readonly Process _process;
    private readonly Task<string> _log;

    private PgBouncer(Process process, int port)
    {
        (_process, Port) = (process, port);
        _log = process.StandardError.ReadToEndAsync();
    }

    public int Port { get; }

    /// <param name="postgres">The server; the certificate and the folder are its own.</param>
    /// <param name="principal">The one who may log in.</param>
    /// <param name="token">The one token that is right for it.</param>
    /// <param name="packetBuffer">The bytes that PgBouncer reads at once: a login must fit into them.</param>
    public static async Task<PgBouncer> StartAsync(AadPostgres postgres, AadPrincipal principal, AccessToken token, int packetBuffer = 4096)
    {
        var folder = Path.GetDirectoryName(postgres.RootCertificate)!;
        var port = FreePort();
        var settings = Path.Combine(folder, $"pgbouncer-{port}.ini");
        var users = Path.Combine(folder, $"pgbouncer-{port}.txt");
        await File.WriteAllTextAsync(users, $"\"{principal.Name}\" \"{token.Token}\"\n");
        await File.WriteAllTextAsync(settings, $"""
            [databases]
            * = host={postgres.Host} port={postgres.Port}

            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = plain
            auth_file = {users}
            pkt_buf = {packetBuffer}
            client_tls_sslmode = require
            client_tls_cert_file = {folder}/server.crt
            client_tls_key_file = {folder}/server.key
            server_tls_sslmode = verify-full
            server_tls_ca_file = {postgres.RootCertificate}

            """);

        // It does not run as root; the server's files, its certificate among them, then belong to the user that the server runs as.
        string[] arguments = Environment.IsPrivilegedProcess ? ["-u", "postgres", settings] : [settings];
        var start = new ProcessStartInfo(Locate(), arguments) { RedirectStandardError = true };
        var bouncer = new PgBouncer(Process.Start(start)!, port);
        await bouncer.ListensAsync();
        return bouncer;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Locate() =>
        s_folders.Select(static folder => Path.Combine(folder, "pgbouncer")).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("pgbouncer is not installed, which this test needs: apt-get install pgbouncer");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task ListensAsync()
    {
        for (var tries = 0; ; tries++)
        {
            if (_process.HasExited)
                Assert.Fail("PgBouncer did not start: " + await _log);
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (tries < 100)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }
}
