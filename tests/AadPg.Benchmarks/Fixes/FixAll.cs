using AadPg.CodeFixes;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace AadPg.Benchmarks;

/// <summary>Fix All in a solution with five findings in each file: how it grows with the findings.</summary>
public class FixAll
{
    private Findings _hundred = null!;
    private Findings _twoHundredAndFifty = null!;
    private Findings _fiveHundred = null!;

    [GlobalSetup]
    public void Open()
    {
        _hundred = Findings.In(files: 20);
        _twoHundredAndFifty = Findings.In(files: 50);
        _fiveHundred = Findings.In(files: 100);
    }

    [Benchmark]
    public Task<Solution> Hundred() => _hundred.FixAllAsync(new UseAadAuthenticationCodeFix());

    [Benchmark]
    public Task<Solution> TwoHundredAndFifty() => _twoHundredAndFifty.FixAllAsync(new UseAadAuthenticationCodeFix());

    [Benchmark]
    public Task<Solution> FiveHundred() => _fiveHundred.FixAllAsync(new UseAadAuthenticationCodeFix());
}
