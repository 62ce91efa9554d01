using Azure.Core;
using BenchmarkDotNet.Attributes;

namespace AadPg.Benchmarks;

/// <summary>A token from the cache: ours, and that of the credential itself.</summary>
public class CachedToken
{
    private const int Reads = 1_000;

    private readonly TokenRequestContext _request = new([AzurePostgresCloud.Public.Scope]);
    private readonly TokenCredential _credential = LocalServer.Credential;
    private readonly AadTokenProvider _provider = new(new() { Credential = LocalServer.Credential });

    [GlobalSetup]
    public Task FillTheCaches() => AadPg();

    [Benchmark(OperationsPerInvoke = Reads)]
    public async Task<int> AadPg()
    {
        var length = 0;
        for (var read = 0; read < Reads; read++)
            length += (await _provider.GetTokenAsync()).Length;
        return length;
    }

    [Benchmark(Baseline = true)]
    public async Task<int> ManagedIdentity() => (await _credential.GetTokenAsync(_request, CancellationToken.None)).Token.Length;
}
