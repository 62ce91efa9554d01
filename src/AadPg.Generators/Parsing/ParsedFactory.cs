using System.Collections.Immutable;
using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>What the parser found at one target.</summary>
/// <param name="Spec">What to generate; <see langword="null"/> exactly when one of the problems is an error.</param>
/// <param name="Problems">What to report. The generator drops them: locations must not enter its pipeline.</param>
internal readonly record struct ParsedFactory(ConnectionFactorySpec? Spec, ImmutableArray<Diagnostic> Problems);
