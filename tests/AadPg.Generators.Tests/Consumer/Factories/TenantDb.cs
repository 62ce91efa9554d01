namespace AadPg.Generators.Tests.Consumer.Factories;

/// <summary>One factory for each tenant's type.</summary>
[AadConnectionFactory("Reports")]
internal sealed partial class TenantDb<TTenant>
    where TTenant : class, new();
