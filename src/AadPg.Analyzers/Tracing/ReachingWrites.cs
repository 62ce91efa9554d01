using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Says which writes to a local variable a read of it can see: the last one that every way passes, and the conditional ones behind it.
/// Looks through a method once, so that a long method with many strings costs no more than its length.
/// </summary>
internal sealed class ReachingWrites
{
    private readonly ConditionalWeakTable<IOperation, ILookup<ISymbol?, IOperation>> _byRoot = new();

    /// <summary>The writes, in the order of the source; none when the variable is not written before the read.</summary>
    public IReadOnlyList<IOperation> Before(ILocalReferenceOperation read)
    {
        var all = _byRoot.GetValue(LocalAssignments.Root(read), FindAll)[read.Local];
        var others = all.Where(write => !write.Syntax.Span.Contains(read.Syntax.Span)).ToList();
        var isCaptured = IsCaptured(read);
        var reaching = new List<IOperation>();
        foreach (var write in others)
        {
            if (!isCaptured && (write.Syntax.SpanStart >= read.Syntax.SpanStart || ExcludeEachOther(write, read)))
                continue;

            // Captured code reads what was there at any time, but not a text that is still being put together.
            if (IsAlwaysPassed(write, read) && (!isCaptured || AppendsToValue(write)))
                reaching.Clear();

            reaching.Add(write);
        }

        return reaching;
    }

    private static ILookup<ISymbol?, IOperation> FindAll(IOperation root) => MethodBody.Of(root).Operations
        .SelectMany(WritesBy)
        .ToLookup(pair => pair.Local, pair => pair.Write, SymbolEqualityComparer.Default);

    /// <summary>The variables that an operation writes to, each with the operation that makes the new value.</summary>
    private static IEnumerable<(ISymbol? Local, IOperation Write)> WritesBy(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer => [(declarator.Symbol, initializer)],
        IDeconstructionAssignmentOperation { Target: var targets } => LocalsIn(targets).Select(local => (local, operation)),
        IAssignmentOperation { Target: ILocalReferenceOperation target } => [(target.Local, operation)],
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var argument } => LocalsIn(argument).Select(local => (local, operation)),
        ILocalReferenceOperation reference when (StringBuilderText.ChangeThrough(reference) ?? ListElements.ChangeThrough(reference)) is { } change => [(reference.Local, change)],
        _ => [],
    };

    private static IEnumerable<ISymbol?> LocalsIn(IOperation target) =>
        target.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(reference => reference.Local);

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
