using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>
/// Goes from the expression that reads a secret forward to where the secret ends up: into larger texts, through variables, fields and
/// properties, into the methods that get it and out of those that return it, lambdas and local functions included. What is computed from it
/// otherwise, such as its length, is no secret any more.
/// </summary>
internal sealed class SecretFlow(SinkTracer tracer, CancellationToken cancellationToken)
{
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> _visited = [];
    private readonly Queue<SecretUse> _pending = new();

    /// <summary>The operations that take the secret, each with the expression that brings it in: the secret, or what holds it.</summary>
    public IEnumerable<SecretUse> Follow(IOperation secret)
    {
        _pending.Enqueue(new SecretUse(secret, secret));
        while (_pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var use = Climb(_pending.Dequeue());
            yield return use;

            // A logger of the app's own is one, whatever it does with the text.
            if (!LogSinks.Is(use.Taker))
                FollowInto(use);
        }
    }

    /// <summary>From a value up through what passes it on as it is, or as a part of a text, to the operation that does something with it.</summary>
    private static SecretUse Climb(SecretUse use)
    {
        var (value, secret) = use;

        // Once it is part of a larger text, the secret is reported where it became one.
        var isInText = value != secret;
        for (var parent = value.Parent; parent is not null; value = parent, parent = parent.Parent)
        {
            isInText |= SecretPassage.IsTextWith(parent);
            if (!SecretPassage.PassesOn(parent, value))
                return new SecretUse(parent, secret) { Value = value, IsInText = isInText };
        }

        return new SecretUse(value, secret);
    }

    private void FollowInto(SecretUse use)
    {
        var reads = use.Taker switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } } write => Reads(local, write),
            IAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local } } write when write.Value == use.Value => Reads(local, write),
            IAssignmentOperation { Target: IMemberReferenceOperation { Member: { } member } } write when write.Value == use.Value => Uses(member),
            IFieldInitializerOperation initializer => initializer.InitializedFields.SelectMany(Uses),
            IPropertyInitializerOperation initializer => initializer.InitializedProperties.SelectMany(Uses),
            IReturnOperation => Calls(use.Taker),
            IInvocationOperation or IObjectCreationOperation when use.Value is IArgumentOperation { Parameter: { } parameter } => ReadsOf(parameter.OriginalDefinition),
            IExpressionStatementOperation or IArgumentOperation when StringBuilderText.Is(use.Value?.Type) => ReadsOfBuilder(use.Value!),
            _ => [],
        };
        foreach (var read in reads.Where(read => _visited.Add(read.Syntax)))
            _pending.Enqueue(new SecretUse(read, use.IsInText ? use.Secret : read));
    }

    /// <summary>The reads of a variable that can see the write.</summary>
    private IEnumerable<IOperation> Reads(ILocalSymbol local, IOperation write) => LocalAssignments
        .References(local, LocalAssignments.Root(write))
        .Where(reference => !IsTarget(reference) && tracer.Writes.Before(reference).Contains(write));

    private IEnumerable<IOperation> Uses(ISymbol member) => member.DeclaringSyntaxReferences.IsEmpty || !_seen.Add(member)
        ? []
        : MemberUses.Of(member, tracer.Models, cancellationToken).Where(use => !IsTarget(use));

    /// <summary>The calls of the function that returns the secret.</summary>
    private IEnumerable<IOperation> Calls(IOperation returned) => returned.SemanticModel?.GetEnclosingSymbol(returned.Syntax.SpanStart, cancellationToken) switch
    {
        IMethodSymbol { AssociatedSymbol: { } property } => Uses(property),
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method => Uses(method),
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => CallsOfLambda(returned),
        _ => [],
    };

    /// <summary>A lambda in a variable: where the variable is invoked.</summary>
    private IEnumerable<IOperation> CallsOfLambda(IOperation returned)
    {
        var lambda = returned;
        while (lambda is not null and not IAnonymousFunctionOperation)
            lambda = lambda.Parent;

        var holder = lambda?.Parent is IDelegateCreationOperation { Parent: { } parent } ? parent : null;
        return holder is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } } && _seen.Add(local)
            ? LocalAssignments.References(local, LocalAssignments.Root(returned)).Select(reference => reference.Parent).OfType<IInvocationOperation>()
            : [];
    }

    private IEnumerable<IOperation> ReadsOf(IParameterSymbol parameter) =>
        _seen.Add(parameter) && parameter.ContainingSymbol is IMethodSymbol { DeclaringSyntaxReferences.Length: 1 } method && CalledCode.BodyOf(method, tracer.Models, cancellationToken) is { } body
            ? body.Descendants().OfType<IParameterReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter.OriginalDefinition, parameter) && !IsTarget(reference))
            : [];

    /// <summary>What is made of a <see cref="System.Text.StringBuilder"/> that the secret was appended to.</summary>
    private IEnumerable<IOperation> ReadsOfBuilder(IOperation appended)
    {
        var builder = appended;
        while (builder is IInvocationOperation { Instance: { } receiver })
            builder = receiver;

        return builder is ILocalReferenceOperation { Local: { } local } && _seen.Add(local)
            ? LocalAssignments.References(local, LocalAssignments.Root(appended)).Select(reference => reference.Parent).OfType<IInvocationOperation>().Where(SecretPassage.IsText)
            : [];
    }

    private static bool IsTarget(IOperation reference) => reference.Parent is IAssignmentOperation assignment && assignment.Target == reference;
}
