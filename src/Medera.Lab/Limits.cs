namespace Medera.Lab;

/// <summary>
/// Every limit of the laboratory, with its unit and its reason: how long a text may be, how many things a list holds, how much is kept
/// in memory, how often something is tried, how much may be sent. Nothing grows without one of them (a test looks for what
/// does). What a format fixes (a digest, a tile, a code's length) and what a rule of the domain says is no limit and stands there.
/// </summary>
public static class Limits
{
    /// <summary>Texts that come in, in UTF-16 units.</summary>
    public static class Texts
    {
        /// <summary>A text of a command: names, numbers and codes as people type them. It goes into bodies and columns, and none is longer on paper.</summary>
        public const int Field = 256;

        /// <summary>A private text, as a reason or an evidence in somebody's own words: about a page.</summary>
        public const int Private = 4000;

        /// <summary>What a scanner sends at once: more than any symbol on a bag holds. Longer texts are refused before they are looked into.</summary>
        public const int Scan = 512;

        /// <summary>What is kept and shown of a text that is no code.</summary>
        public const int Shown = 64;

        /// <summary>A code or a title: what fits on a label and in a line.</summary>
        public const int Title = 40;

        /// <summary>Characters of a Code 128 symbol: a longer one fits on no label.</summary>
        public const int Code128 = 80;

        /// <summary>Something in place of a character that a scanner could not send; more is a text that happens to hold it.</summary>
        public const int StandIn = 8;

        /// <summary>An account's name at the sign-in: what its column holds.</summary>
        public const int AccountName = 256;

        /// <summary>A password: a longer one is not hashed, it would only cost time.</summary>
        public const int Password = 256;

        /// <summary>The key of a next page, as an answer of the REST API gave it.</summary>
        public const int PageKey = 64;

        /// <summary>A checkpoint in an address. One with a dozen witnesses has less.</summary>
        public const int Checkpoint = 5000;
    }

    /// <summary>What a form's field takes, in characters: never more than the desk takes of the same text.</summary>
    public static class Typed
    {
        /// <summary>An account's name, typed by a person.</summary>
        public const int Account = 64;

        /// <summary>A text of several lines.</summary>
        public const int Lines = 2000;

        /// <summary>A reason in one line.</summary>
        public const int Reason = 500;

        /// <summary>Any other value of a form, and what is looked for.</summary>
        public const int Value = 64;

        /// <summary>A part of a number or a name that a list is narrowed to.</summary>
        public const int Find = 40;

        /// <summary>A quantity with its decimals.</summary>
        public const int Quantity = 12;

        /// <summary>Millimetres on a label, with decimals.</summary>
        public const int Millimetres = 8;

        /// <summary>A count of labels.</summary>
        public const int Count = 6;
    }

    /// <summary>Numbers, and lengths on paper.</summary>
    public static class Numbers
    {
        /// <summary>The largest whole number, either side of nought, that every JSON reader keeps exactly: 2^53 − 1.</summary>
        public const long Whole = (1L << 53) - 1;

        /// <summary>A quantity of a material, in its unit.</summary>
        public const decimal Quantity = 1_000_000;

        /// <summary>A side of a label, in millimetres: no printer of labels is wider.</summary>
        public const decimal LabelSide = 300;
    }

    /// <summary>Things that one command or one event names.</summary>
    public static class Lists
    {
        /// <summary>Texts in a list of a command: the codes of the largest filling, or of a large box.</summary>
        public const int OfACommand = 600;

        /// <summary>Identifiers in <c>about</c>: so many timelines an event appears on.</summary>
        public const int About = 400;

        /// <summary>Labels that one event names: with their containers they stay below <see cref="About"/>.</summary>
        public const int LabelsOfAFact = 150;

        /// <summary>Labels that one act prints: more come out of no printer without somebody looking.</summary>
        public const int LabelsOfAPrint = 500;

        /// <summary>Elements of a label's template.</summary>
        public const int ElementsOfATemplate = 60;

        /// <summary>Lots of material on one tray: what lies on a tray is used by one scan, in one event each.</summary>
        public const int LotsOnATray = 50;

        /// <summary>Sessions of a treatment plan.</summary>
        public const int SessionsOfAPlan = 50;

        /// <summary>Things of a list that a sentence names one by one.</summary>
        public const int NamedInASentence = 4;

        /// <summary>Identifiers that a decision may need beside those of new containers.</summary>
        public const int SpareIdentifiers = 16;

        /// <summary>Arrays and objects inside one another, in bodies and in what the REST API is sent.</summary>
        public const int Depth = 8;
    }

    /// <summary>Rows that one look reads: on a screen, in an answer, on paper.</summary>
    public static class Reads
    {
        /// <summary>Lines of a page of a list; the next ones are a page further.</summary>
        public const int Page = 50;

        /// <summary>Lines of what waits for somebody, on a screen that shows several such lists.</summary>
        public const int Waiting = 20;

        /// <summary>Lines on one printed sheet set of a timeline: on paper a page of the screen would be cut in the middle.</summary>
        public const int Printed = 200;

        /// <summary>Boxes of the site.</summary>
        public const int Boxes = 500;

        /// <summary>Accounts of the site.</summary>
        public const int People = 1000;

        /// <summary>Versions of label templates.</summary>
        public const int Templates = 1000;

        /// <summary>Pieces of equipment.</summary>
        public const int Equipment = 1000;

        /// <summary>Last uses that are looked at for the batches of a piece of equipment.</summary>
        public const int Uses = 200;

        /// <summary>Trays.</summary>
        public const int Trays = 200;

        /// <summary>Plans to choose from in a form.</summary>
        public const int Plans = 200;

        /// <summary>Records of a batch to choose from in a form.</summary>
        public const int Records = 100;

        /// <summary>Containers of a batch in one answer or one form.</summary>
        public const int Containers = 500;

        /// <summary>Collections of a batch.</summary>
        public const int Collections = 100;

        /// <summary>Labels of a batch in one list or file.</summary>
        public const int Labels = 2000;

        /// <summary>Batches in the print queue.</summary>
        public const int LabelQueue = 200;

        /// <summary>Label sizes of one sheet of samples.</summary>
        public const int LabelSizes = 20;

        /// <summary>Containers on a batch's page at once.</summary>
        public const int ContainersOfAPage = 20;

        /// <summary>Last events on a batch's page, beside all else that is there.</summary>
        public const int LastEvents = 6;

        /// <summary>Last events on the page of a container, a lot of material, a piece of equipment.</summary>
        public const int LastEventsOfAThing = 8;

        /// <summary>Last uses of material on a batch's page.</summary>
        public const int LastUses = 8;

        /// <summary>Uses of a lot of material on its page.</summary>
        public const int UsesOfALot = 20;

        /// <summary>Last batches on a donor's page.</summary>
        public const int BatchesOfADonor = 4;

        /// <summary>Links of one line of a timeline.</summary>
        public const int Links = 6;

        /// <summary>Cards and lines of the page of scans.</summary>
        public const int Cards = 3;

        /// <inheritdoc cref="Cards"/>
        public const int WorkLines = 6;

        /// <summary>Acts that are offered next.</summary>
        public const int NextActs = 3;

        /// <summary>Last scans of a person at a station.</summary>
        public const int RecentScans = 5;

        /// <summary>Codes of the demonstration's page: containers, first positions, free ones; and how far it can be turned.</summary>
        public const int Codes = 24;

        /// <inheritdoc cref="Codes"/>
        public const int FirstPositions = 18;

        /// <inheritdoc cref="Codes"/>
        public const int FreePositions = 9;

        /// <inheritdoc cref="Codes"/>
        public const int CodesTurned = 100_000;

        /// <summary>Complaints of one kind, of a look at the whole log; rows of one table that differ from it.</summary>
        public const int Complaints = 100;

        /// <summary>Events that the look for unsealed ones counts: beyond that the number says nothing more.</summary>
        public const int Unsealed = 10_000;
    }

    /// <summary>What is kept in the memory of a process, in entries.</summary>
    public static class Memory
    {
        /// <summary>Events told to screens and not sealed yet. More wait only where nothing is sealed: then screens may be told twice.</summary>
        public const int ToldAndUnsealed = 100_000;

        /// <summary>Live pages of one person in a process; with one more the oldest is closed.</summary>
        public const int PagesOfOnePerson = 250;

        /// <summary>Account names that sentences needed; then they are looked up anew.</summary>
        public const int Names = 10_000;

        /// <summary>Hashes of full tiles. Of ten million events there are forty thousand.</summary>
        public const int TileRoots = 1_000_000;

        /// <summary>Packages that somebody looks at the progress of; more are nobody's who still looks.</summary>
        public const int Packages = 1_000;

        /// <summary>Accounts and places that wrong passwords are counted for: who makes them up must not fill the memory.</summary>
        public const int SignInPlaces = 20_000;

        /// <summary>Accounts of a demonstration whose one password was hashed already.</summary>
        public const int ProvenInDemonstration = 1_000;

        /// <summary>Scans whose answer a browser may ask for again, a screen.</summary>
        public const int AnsweredScans = 64;

        /// <summary>Wakes that wait for the sequencer: one says that there is something.</summary>
        public const int Wakes = 1;

        /// <summary>Events that one transaction of the sequencer takes up, and a rebuild reads before it says how far it is: a long log needs no long memory.</summary>
        public const int SealedAtOnce = 20_000;

        /// <summary>Connections of this process to its own server: for the desk and the screens, and for sealing.</summary>
        public const int Connections = 60;

        /// <inheritdoc cref="Connections"/>
        public const int SealingConnections = 4;

        /// <summary>Statements that the server keeps prepared for a connection: the desk's, and the sequencer's.</summary>
        public const int Prepared = 100;

        /// <inheritdoc cref="Prepared"/>
        public const int SealingPrepared = 20;
    }

    /// <summary>How often something is tried, and how long something is waited for.</summary>
    public static class Tries
    {
        /// <summary>Tries of one command that loses to another on a natural key or a lock. The last one says what it met.</summary>
        public const int AtTheDesk = 4;

        /// <summary>Refusals a minute, of one person at one station, that become an event each; more become one event with a count.</summary>
        public const int RefusalsLogged = 30;

        /// <summary>Tiles that one proof asks for, one after another: two a level of a tree of 2^64 leaves.</summary>
        public const int TilesOfAProof = 16;

        /// <summary>Wrong passwords at one place that cost no waiting.</summary>
        public const int PasswordsAtOnePlace = 9;

        /// <summary>Wrong passwords for an account everywhere that cost no waiting elsewhere.</summary>
        public const int PasswordsEverywhere = 30;

        /// <summary>Sign-ins at once that are people who came together at the start of a shift; more count as wrong until they are answered.</summary>
        public const int PasswordsTogether = 32;

        /// <summary>Between two turns at one place, and the longest wait for what happens elsewhere.</summary>
        public static readonly TimeSpan PasswordStep = TimeSpan.FromSeconds(5);

        /// <summary>Who would wait longer for a turn is asked to come again.</summary>
        public static readonly TimeSpan PasswordWait = TimeSpan.FromSeconds(20);

        /// <summary>Wrong passwords of one account that become an event each, until a quarter of an hour passes without one.</summary>
        public const int FailedSignInsLogged = 30;

        /// <summary>A wrong sign-in is answered at a whole number of these after it came: how long the check took says nothing about the account.</summary>
        public static readonly TimeSpan SignInAnswers = TimeSpan.FromMilliseconds(500);

        /// <summary>A witness that does not answer in this time is asked again at the next checkpoint.</summary>
        public static readonly TimeSpan Witness = TimeSpan.FromSeconds(5);

        /// <summary>The own server's start: replaying its log after a crash can take minutes on a slow disk.</summary>
        public static readonly TimeSpan ServerStarts = TimeSpan.FromMinutes(5);

        /// <summary>A server that runs and does not answer.</summary>
        public static readonly TimeSpan ServerAnswers = TimeSpan.FromSeconds(20);

        /// <summary>A package that a browser asked for and that did not begin: it never will.</summary>
        public static readonly TimeSpan PackageBegins = TimeSpan.FromSeconds(15);
    }

    /// <summary>What is sent and stored, in bytes.</summary>
    public static class Bytes
    {
        /// <summary>An event's body: what its column takes, and a line of a package.</summary>
        public const int Body = 65_535;

        /// <summary>Any request to the laboratory. Nothing is uploaded to it yet; the largest is the form of a filling.</summary>
        public const int Request = 1 << 20;

        /// <summary>A witness's answer: a few lines.</summary>
        public const int WitnessAnswer = 16_384;

        /// <summary>Lines of a witness's answer that are looked at.</summary>
        public const int WitnessLines = 16;

        /// <summary>The own server's log; then it is begun anew.</summary>
        public const long ServerLog = 16 * 1024 * 1024;
    }
}
