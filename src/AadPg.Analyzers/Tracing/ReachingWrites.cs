using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Says which writes to a local variable a read of it can see: the last one that every way passes, and the conditional ones behind it.
/// Looks through a method once for each variable, so it lives as long as one trace.
/// </summary>
internal sealed class ReachingWrites
{
    private readonly Dictionary<ILocalSymbol, List<IOperation>> _writes = new(SymbolEqualityComparer.Default);

    /// <summary>The writes, in the order of the source; none when the variable is not written before the read.</summary>
    public IReadOnlyList<IOperation> Before(ILocalReferenceOperation read)
    {
        if (!_writes.TryGetValue(read.Local, out var all))
            _writes.Add(read.Local, all = LocalAssignments.Root(read).Descendants().Select(operation => WriteTo(read.Local, operation)).OfType<IOperation>().ToList());

        var others = all.FindAll(write => !write.Syntax.Span.Contains(read.Syntax.Span));
        if (IsCaptured(read))
            return others;

        var reaching = new List<IOperation>();
        foreach (var write in others)
        {
            if (write.Syntax.SpanStart >= read.Syntax.SpanStart || ExcludeEachOther(write, read))
                continue;

            if (IsAlwaysPassed(write, read))
                reaching.Clear();

            reaching.Add(write);
        }

        return reaching;
    }

    /// <summary>The operation that makes the new value, when <paramref name="operation"/> writes to the variable.</summary>
    private static IOperation? WriteTo(ILocalSymbol local, IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation declarator when Is(local, declarator.Symbol) => declarator.GetVariableInitializer(),
        IAssignmentOperation { Target: ILocalReferenceOperation target } when Is(local, target.Local) => operation,
        IDeconstructionAssignmentOperation { Target: var targets } when References(local, targets) => operation,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var argument } when References(local, argument) => operation,
        ILocalReferenceOperation reference when Is(local, reference.Local) => StringBuilderText.ChangeThrough(reference),
        _ => null,
    };

    private static bool Is(ILocalSymbol local, ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(local, other);

    private static bool References(ILocalSymbol local, IOperation target) =>
        target.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(reference => Is(local, reference.Local));

    /// <summary>A lambda or local function reads the variable of the code around it at any time.</summary>
    private static bool IsCaptured(ILocalReferenceOperation read)
    {
        for (var parent = read.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation { Symbol: var function })
                return !SymbolEqualityComparer.Default.Equals(function, read.Local.ContainingSymbol);

            if (parent is ILocalFunctionOperation { Symbol: var localFunction })
                return !SymbolEqualityComparer.Default.Equals(localFunction, read.Local.ContainingSymbol);
        }

        return false;
    }

    /// <summary>The write is a statement by itself, of a block that the read stands in too.</summary>
    private static bool IsAlwaysPassed(IOperation write, IOperation read)
    {
        if (write is ICoalesceAssignmentOperation)
            return false;

        var statement = write;
        while (statement.Parent is IExpressionStatementOperation or IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation or IInvocationOperation or IUsingDeclarationOperation)
            statement = statement.Parent;

        // What a loop appends is written down as any number of times, none included.
        while (AppendsToValue(write) && statement.Parent is IBlockOperation or ILoopOperation && !statement.Parent.Syntax.Span.Contains(read.Syntax.Span) && Loops.IsIn(statement))
            statement = statement.Parent;

        return statement.Parent is null || (statement.Parent is IBlockOperation or ISwitchCaseOperation && statement.Parent.Syntax.Span.Contains(read.Syntax.Span));
    }

    private static bool AppendsToValue(IOperation write) => write is ICompoundAssignmentOperation or IInvocationOperation;

    /// <summary>One stands in the branch of an <c>if</c> or <c>switch</c> that is passed when that of the other is not.</summary>
    private static bool ExcludeEachOther(IOperation write, IOperation read)
    {
        for (IOperation? branch = write; branch?.Parent is { } parent; branch = parent)
        {
            if (parent.Syntax.Span.Contains(read.Syntax.Span) && !branch.Syntax.Span.Contains(read.Syntax.Span))
                return IsBranchOf(branch, parent) && parent.ChildOperations.Any(other => other != branch && IsBranchOf(other, parent) && other.Syntax.Span.Contains(read.Syntax.Span));
        }

        return false;
    }

    private static bool IsBranchOf(IOperation branch, IOperation parent) => parent switch
    {
        IConditionalOperation conditional => branch != conditional.Condition,
        ISwitchOperation @switch => branch != @switch.Value,
        _ => false,
    };
}
