namespace AadPg.Generators.Tests.Consumer.Factories;

/// <summary>A primary and its read replicas.</summary>
[AadConnectionFactory("Reports", ReadReplicas = true, MaxPoolSize = 4, ApplicationName = "reports")]
internal sealed partial class ReportsDb;
