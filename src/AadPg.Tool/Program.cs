using AadPg.Tool.Commands;

return AadpgCommand.Run(args, Console.Out, Console.Error);
