Console.Error.WriteLine("No benchmark is registered.");
return 2;
