using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Tokens;

/// <summary>An operation that takes a secret.</summary>
/// <param name="Taker">The operation.</param>
/// <param name="Secret">The expression that brings the secret in: what reads it, or what holds it.</param>
internal sealed record SecretUse(IOperation Taker, IOperation Secret)
{
    /// <summary>The operand of the taker that is the secret, or has it in it.</summary>
    public IOperation? Value { get; init; }

    /// <summary>The secret is a part of a larger text.</summary>
    public bool IsInText { get; init; }
}
