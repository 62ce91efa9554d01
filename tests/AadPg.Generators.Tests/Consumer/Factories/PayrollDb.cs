namespace AadPg.Generators.Tests.Consumer.Factories;

/// <summary>One of two factories with the same connection string.</summary>
[AadConnectionFactory("Reports")]
internal sealed partial class PayrollDb;
