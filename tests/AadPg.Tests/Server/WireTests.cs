using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace AadPg.Tests;

/// <summary>What crosses the wire when the server is not what it should be: never a token in clear text.</summary>
public sealed class WireTests
{
    private const string Token = "CANARY-CANARY-CANARY";

    private static readonly Dictionary<string, Func<NetworkStream, Task>> s_answers = new()
    {
        ["has no TLS"] = stream => HangUpAsync(stream, "N"u8.ToArray()),
        ["has no TLS and asks for the password"] = stream => HangUpAsync(stream, [(byte)'N', .. ImpostorServer.AskForPassword]),
        ["offers TLS and asks for the password in its place"] = stream => HangUpAsync(stream, [(byte)'S', .. ImpostorServer.AskForPassword]),
        ["offers TLS and hangs up"] = stream => HangUpAsync(stream, "S"u8.ToArray()),
        ["offers TLS and sends an alert"] = stream => HangUpAsync(stream, [(byte)'S', 21, 3, 3, 0, 2, 2, 40]),
        ["offers TLS and refuses the login"] = stream => HangUpAsync(stream, [(byte)'S', .. ErrorMessage("28000", "no encryption")]),
        ["answers the request for TLS with an error"] = stream => HangUpAsync(stream, ErrorMessage("0A000", "unsupported frontend protocol")),
        ["asks for the password at once"] = stream => HangUpAsync(stream, ImpostorServer.AskForPassword),
        ["hangs up"] = stream => HangUpAsync(stream, []),
    };

    public static TheoryData<string, string, bool> Situations()
    {
        var situations = new TheoryData<string, string, bool>();
        foreach (var server in s_answers.Keys)
        {
            situations.Add(server, "VerifyFull", true);
            situations.Add(server, "Require", true);
            situations.Add(server, "Require", false);
        }

        return situations;
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task ServerWithoutTlsThatHolds_GetsNeitherTokenNorUserName(string server, string sslMode, bool asynchronous)
    {
        using var impostor = new ImpostorServer(s_answers[server]);
        var credential = new ScriptedCredential(TimeProvider.System) { Text = static _ => Token };
        await using var dataSource = AadConnectionFactory.CreateDataSource(
            $"Host=127.0.0.1;Port={impostor.Port};Username=alice-canary;SSL Mode={sslMode};Timeout=2;Pooling=false",
            configure: options =>
            {
                options.Credential = credential;
                options.AllowedHosts.Add("127.0.0.1");
            });

        var failure = await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await OpenAsync(dataSource, asynchronous));

        Assert.InRange(impostor.Connections, 1, 2);
        Assert.NotEqual("", impostor.Recorded);
        Assert.DoesNotContain(Token, impostor.Recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("alice-canary", impostor.Recorded, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, credential.Requests);
    }

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource dataSource, bool asynchronous) => asynchronous
        ? await AadConnectionFactory.OpenConnectionAsync(dataSource, TestContext.Current.CancellationToken)
        : AadConnectionFactory.OpenConnection(dataSource);

    // Npgsql's Timeout does not end a TLS handshake in which the server falls silent; a server that hangs up does.
    private static async Task HangUpAsync(NetworkStream stream, byte[] bytes)
    {
        await stream.WriteAsync(bytes);
        stream.Socket.Shutdown(SocketShutdown.Send);
    }

    private static byte[] ErrorMessage(string sqlState, string message)
    {
        var fields = Encoding.ASCII.GetBytes($"SFATAL\0VFATAL\0C{sqlState}\0M{message}\0\0");
        return [(byte)'E', 0, 0, 0, (byte)(fields.Length + 4), .. fields];
    }
}
