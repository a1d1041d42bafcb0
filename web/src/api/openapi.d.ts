// Made from docs/openapi.json by `npm run types`; not to be edited.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An account. */
        Account: {
            /** @description The cases they are admitted to; all where none are named. */
            cases?: string[] | null;
            /** @description What they are cleared for. */
            clearance: string;
            /** @description Whether they may not come in any more. */
            closed: boolean;
            /** @description Whether they hold the store. */
            full: boolean;
            /** @description The name. */
            name: string;
            /** @description What they may do. */
            roles: string[];
            /** @description When it was entered. */
            since: string;
            /** @description Who they are at a provider: its address and their subject. */
            subject?: string[] | null;
        };
        /** @description An actor of a case. */
        Actor: {
            /** @description Its country, in three letters. */
            country?: string | null;
            /** @description In how many documents it is named. */
            documents: number;
            /** @description state, person, organisation or group. */
            kind: string;
            /** @description How often. */
            mentions: number;
            /** @description The name it is listed under. */
            name: string;
            /** @description Every name that is taken for it. */
            names: string[];
            /** @description What it is called. */
            roles: components["schemas"]["Role"][];
            /** @description Why names are one. */
            why: string[];
        };
        /** @description An actor with all that is told of it. */
        ActorPage: {
            /** @description The actor. */
            actor: components["schemas"]["Actor"];
            /** @description Who is named beside it, most often first: its network. */
            beside: components["schemas"]["Beside"][];
            /** @description What it says. */
            claims: components["schemas"]["Claim"][];
            /** @description What it does, and what is done to it. */
            events: components["schemas"]["Moment"][];
            /** @description What it supplies and gets. */
            transfers: components["schemas"]["Transfer"][];
        };
        /** @description A claim that was not read. */
        Added: {
            /** @description What it says. */
            claim: components["schemas"]["Corrected"];
            /** @description Why it is added. */
            why?: string;
        };
        /** @description What happens to an older packet. */
        Amends: {
            /** @description Why, in words that the audience may read. */
            because: string;
            /** @description The disclosure whose packet it is. */
            disclosure: string;
            /** @description supersedes, corrects or withdraws. */
            how: string;
        };
        /** @description Likelihoods stated anew. */
        Anew: {
            /** @description P(e|h) by the key of each hypothesis that is stated anew. */
            likelihoods: Record<string, never>[];
            /** @description The likelihoods that were there when it was looked at, by the ids of the hypotheses, as `evidence` gives them. */
            seen: Record<string, never>[];
            /** @description Why. */
            why: string;
        };
        /** @description A root of documents or of claims. */
        AnyRoot: components["schemas"]["DocumentRoot"] | components["schemas"]["ClaimRoot"];
        /** @description That a draft is agreed to. */
        Approved: {
            /** @description The draft that was read: its `draft`. */
            seen: string;
            /** @description Why. */
            why?: string;
        };
        /** @description What became of one document of the file. */
        Became: {
            /** @description How many claims were read in it. */
            claims?: number | null;
            /** @description The name it came under. */
            name: string;
            /** @description added, held (it was there already), refused, or aside (kept to be tried again). */
            outcome: string;
            /** @description What the reader could not do, in words. */
            problems: string[];
            /** @description The marking that it came in with, where that is higher than was asked for. */
            raised?: string | null;
            /** @description Its hash. */
            sha256?: string | null;
            /** @description Why it was refused. */
            why?: string | null;
        };
        /** @description A reason. */
        Because: {
            /** @description Why. */
            why: string;
        };
        /** @description Another actor that is named in the same documents. */
        Beside: {
            /** @description In how many documents. */
            documents: number;
            /** @description What it is. */
            kind: string;
            /** @description Its name. */
            name: string;
        };
        /** @description Judgements of about one probability, and how often they came true. */
        BinRow: {
            /** Format: double */
            came_true: number;
            forecasts: number;
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
            /** Format: double */
            mean: number;
        };
        /** @description A case with what the viewer sees in it. */
        Case: {
            /** @description By whom. */
            author: string;
            /**
             * Format: int64
             * @description How many claims.
             */
            claims: number;
            /**
             * Format: int64
             * @description How many disclosures.
             */
            disclosures: number;
            /**
             * Format: int64
             * @description How many documents.
             */
            documents: number;
            /** @description Its id: a UUID. */
            id: string;
            /** @description The marking of the case itself. */
            marking: string;
            /** @description When it was opened. */
            opened: string;
            /** @description The question. */
            question: string;
            /**
             * Format: int64
             * @description How many roots of evidence.
             */
            roots: number;
        };
        /** @description A case that is resolved. */
        CaseRow: {
            /** Format: double */
            brier: number;
            how: string;
            /** Format: double */
            log: number;
            on: string;
            outcome: string;
            /** Format: double */
            probability: number;
            question: string;
        };
        /** @description How often goods of a class are told of between two, in one status. */
        Cell: {
            /** @description Goods of this class. */
            class: string;
            /** @description So often. */
            count: number;
            /** @description To whom. */
            recipient?: string | null;
            /** @description In this status. */
            status: string;
            /** @description From whom. */
            supplier?: string | null;
        };
        /** @description What is changed of an account; what is not given stays. */
        ChangedAccount: {
            /**
             * @description Whether they are admitted to all cases.
             * @default false
             */
            all_cases: boolean;
            /**
             * @description The cases they are admitted to.
             * @default null
             */
            cases: string[] | null;
            /**
             * @description What they are cleared for.
             * @default null
             */
            clearance: string | null;
            /**
             * @description Whether they may not come in any more.
             * @default null
             */
            closed: boolean | null;
            /**
             * @description Whether their second factor is forgotten.
             * @default false
             */
            forget_factor: boolean;
            /**
             * @description A new password, which they change.
             * @default null
             */
            password: string | null;
            /**
             * @description What they may do.
             * @default null
             */
            roles: string[] | null;
            /**
             * @description Who they are at a provider.
             * @default null
             */
            subject: string[] | null;
        };
        /** @description A line as it is to be. */
        ChangedLine: {
            /** @description The claims behind them, instead of those that were; as they were where not given. */
            claims?: string[];
            /** @description The key of the hypothesis whose judgement they state. */
            judgement?: string | null;
            /** @description The words that stood there when it was looked at. */
            seen: string;
            /** @description The words. */
            text: string;
            /** @description Why. */
            why?: string;
        };
        /** @description The way that is chosen. */
        Chosen: {
            /** @description The warning of the register that was given. */
            warning?: string | null;
            /** @description public, partners, private or nothing. */
            way: string;
            /** @description Why. */
            why: string;
        };
        /** @description A claim: as it was read, with its id in the case and where it stands, and what people say of it. */
        Claim: Record<string, never> & {
            /** @description Its id in the case: a UUID. `id` is its name in its reading. */
            claim: string;
            /** @description When. */
            date?: string | null;
            /** @description The document it stands in. */
            document: string;
            /** @description The marking of the document. */
            marking: string;
            /** @description The name that document came under. */
            name: string;
            original?: components["schemas"]["Original"] | null;
            /** @description Who published it. */
            outlet?: string | null;
            /** @description Whose it is. */
            owners: string[];
            /** @description How it is guarded: open, sensitive or protected. */
            protection: string;
            /** @description How credible it is, with all that people said of that. */
            ratings?: Record<string, never>[];
            registered?: components["schemas"]["Registered"] | null;
            /** @description What people said of it, in the order they did. */
            reviews?: Record<string, never>[];
            /** @description The claim as it stands, where that is not how it was read; `null` where it was rejected. */
            stands?: Record<string, never> | null;
        };
        /** @description Why two claims are from one mouth. */
        ClaimEdge: {
            /** @description Whether it holds; one that a person cut does not. */
            joins: boolean;
            /** @description reprints, cites, quotes or joined. */
            kind: string;
            /** @description One claim. */
            one: string;
            /** @description The other. */
            other: string;
            /** @description The reason in words. */
            why: string;
        };
        /** @description Claims of one mouth. */
        ClaimRoot: {
            /** @description The claims. */
            claims: components["schemas"]["RootClaim"][];
            /** @description Why they are one, as few as hold them together, and what people cut. */
            edges: components["schemas"]["ClaimEdge"][];
            /** @description The numbers of roots that say the same from a mouth that is not known. */
            possibly_the_same: number[];
            /** @description Its number in this list. */
            root: number;
            /** @description Whose mouth it is. */
            source: string;
        };
        /** @description That a draft may go out as far as cover goes. */
        Clearing: {
            /** @description The draft that was looked at: its `draft`. */
            seen: string;
            /** @description Why. */
            why?: string;
        };
        /** @description A code. */
        Code: {
            /** @description Six digits. */
            code: string;
        };
        /** @description An owner's word. */
        Consent: {
            /** @description For which owner. */
            owner: string;
            /** @description The words that were read, as `asks` gives them: `words`. */
            seen: string;
            /** @description Until when it holds. */
            until?: string | null;
            /** @description concurs, objects or change. */
            verdict: string;
            /** @description Why it may not be said, or the other words. */
            why?: string;
        };
        /** @description What a person says of a claim otherwise than it was read. Words of source, cue and content must stand in the document. */
        Corrected: {
            /**
             * @description How sure the words are, as a band: low and high.
             * @default null
             */
            certainty: number[] | null;
            /**
             * @description What is said.
             * @default null
             */
            content: string | null;
            /**
             * @description The words that say that it is said.
             * @default null
             */
            cue: string | null;
            /**
             * @description What kind of source it is.
             * @default null
             */
            kind: string | null;
            /**
             * @description The full name of the source.
             * @default null
             */
            name: string | null;
            /**
             * @description Whether it is asserted or negated.
             * @default null
             */
            polarity: string | null;
            /**
             * @description Who says it, in words of the document.
             * @default null
             */
            source: string | null;
            /**
             * @description How far the action has got.
             * @default null
             */
            stage: string | null;
            /**
             * @description What the source does with it.
             * @default null
             */
            stance: string | null;
        };
        /** @description How many of the hits have a value of a facet. */
        Counted: {
            /** @description How many documents have it. */
            documents: number;
            /** @description The facet. */
            facet: string;
            /** @description The value. */
            value: string;
        };
        /** @description The judgement on a day on which something came. */
        Day: {
            /**
             * Format: double
             * @description How little is known, 0 to 1.
             */
            ambiguity: number;
            /** @description The roots that came. */
            came: string[];
            /**
             * Format: double
             * @description How much it pulls both ways, 0 to 1.
             */
            conflict: number;
            /** @description The day; none of what has no date. */
            day?: string | null;
            /** @description The banner of all days. */
            marking: string;
            /** @description The probability of every hypothesis by its key. */
            probabilities: {
                [key: string]: number;
            };
            /** @description The sources that are trusted otherwise since that day, by what came true elsewhere. */
            trusted_otherwise?: string[];
        };
        /** @description A document of a case. */
        Document: {
            /** @description When it was collected. */
            collected: string;
            /** @description When it was published, as precisely as it was stated. */
            date?: string | null;
            /** @description Its marking. */
            marking: string;
            /** @description The name it came under. */
            name: string;
            /** @description Who published it. */
            outlet?: string | null;
            /** @description Whose it is. */
            owners: string[];
            /** @description How it is guarded: open, sensitive or protected. */
            protection: string;
            /** @description The hash of its bytes, which is its id. */
            sha256: string;
            /** @description Its title. */
            title?: string | null;
        };
        /** @description Documents of one origin or, with one edge and without a root, two that hang together without being one. */
        DocumentRoot: {
            /** @description The documents, the oldest first. */
            documents: components["schemas"]["RootDocument"][];
            /** @description Why. */
            edges: components["schemas"]["Edge"][];
            /** @description Whether they are one root. */
            one: boolean;
            /** @description Where they have it from. */
            outlet?: string | null;
        };
        /** @description That something was entered. */
        Done: {
            /** @description Its id, where it has one. */
            id?: string | null;
            /** @description Whether it is new; an echo of a root that is there is not. */
            new: boolean;
        };
        /** @description That a line is taken out. */
        Dropped: {
            /** @description The words that stood there when it was looked at. */
            seen: string;
            /** @description Why. */
            why: string;
        };
        /** @description Something that is due. */
        Due: {
            /** @description Its id: of the case, the indicator or the disclosure, with what of it is due. */
            id: string;
            /** @description horizon, window, wanted, embargo, expires or against. */
            kind: string;
            /** @description What, in words. */
            what: string;
            /** @description When: a day, a month, a year, or a moment. */
            when: string;
        };
        /** @description Why documents hang together. */
        Edge: {
            /** @description reprints, cites, quotes, joined or unknown. */
            kind: string;
            /** @description One document. */
            one: string;
            /** @description The other, where there is one. */
            other?: string | null;
            /** @description The reason in words. */
            why: string;
        };
        /** @description An entry. Its place and hash are given to whoever holds the store alone. */
        Entry: {
            /** @description When. */
            at: string;
            /** @description Who. */
            author: string;
            /**
             * Format: int64
             * @description Its place in the chain.
             */
            entry?: number | null;
            /** @description Its hash. */
            hash?: string | null;
            /** @description What kind of change, in one word. */
            kind: string;
            /** @description Whose it is. */
            owners: string[];
            /** @description How it is guarded: open, sensitive or protected. */
            protection: string;
            /** @description What, in words. */
            what: string;
            /** @description Why. */
            why: string;
        };
        /** @description A second factor, to be confirmed. */
        Factor: {
            /** @description The same as an address, to be shown as a picture. */
            address: string;
            /** @description The secret, as programs for it take it. */
            secret: string;
        };
        /** @description The first account. */
        First: {
            /** @description What the server printed when it started. */
            code: string;
            /** @description The name, as it will stand in the journal. */
            name: string;
            /** @description The password: twelve characters or more. */
            password: string;
        };
        /** @description What somebody forecast. */
        Forecast: {
            /** @description When. */
            at: string;
            /** @description Who. */
            author: string;
            /** @description On which hypothesis they differ most from the pool, and by how much. */
            dissent?: Record<string, never> | null;
            /** @description The banner of all forecasts. */
            marking: string;
            /** @description By the keys of the hypotheses. */
            probabilities: Record<string, never>[];
            /** @description Why. */
            why: string;
        };
        /** @description The forecasts of a case. */
        Forecasts: {
            /**
             * Format: double
             * @description The exponent of the pool.
             */
            exponent: number;
            /** @description Everybody's last word, or every word. */
            forecasts: components["schemas"]["Forecast"][];
            /** @description Of how many hypotheses of decided questions that was learnt. */
            learnt_from: number;
            /** @description Their banner. */
            marking: string;
            /** @description The pool, by the keys of the hypotheses. */
            pooled: Record<string, never>[];
            /**
             * Format: double
             * @description How much more later words count.
             */
            recency: number;
        };
        /** @description What was found. */
        Found: {
            /** @description How many documents have it, as far as they were counted. */
            count: number;
            /** @description What the hits have in common. */
            facets: components["schemas"]["Counted"][];
            /** @description The hits. */
            hits: components["schemas"]["Hit"][];
            /** @description Whether there are more than were counted. */
            more: boolean;
        };
        /** @description A packet to be looked at. */
        Given: {
            /** @description A checkpoint of the log that was kept from an earlier day. */
            checkpoint?: string | null;
            /** @description Its files by their names, in Base64. */
            files: Record<string, never>;
            /** @description The public key of whoever issued it, as PEM. */
            key: string;
            /** @description The log as it is published. */
            log?: string | null;
            /** @description The public key of the log, where it is not the issuer's. */
            log_key?: string | null;
        };
        /** @description How reliable a source is. */
        Graded: {
            /** @description A to F. */
            reliability: string;
            /** @description Why. */
            why: string;
        };
        /** @description Roots that depend on each other. */
        Grouped: {
            /** @description What they have in common; none where they have nothing any more. */
            depend?: Record<string, never> | null;
            /** @description The roots, by name or id. */
            roots: string[];
            /** @description Why. */
            why?: string;
        };
        /** @description Whether the server works. */
        Health: {
            /** @description `ok`. */
            status: string;
            /** @description The version of the program. */
            version: string;
        };
        /** @description A document that was found. */
        Hit: {
            /** @description When. */
            date?: string | null;
            /** @description Its marking. */
            marking: string;
            /** @description The name it came under. */
            name: string;
            /** @description Who published it. */
            outlet?: string | null;
            /** @description The document. */
            sha256: string;
            /** @description The words around what was found: `text`, where that stands (`span`), and what was found in it (`marks`). */
            snippet: Record<string, never>;
            /** @description Its title. */
            title?: string | null;
        };
        /** @description Until when the question is asked. */
        Horizon: {
            /** @description What will show which hypothesis came true. */
            how: string;
            /** @description The last day of it. */
            on: string;
            /** @description Why, for the journal. */
            why?: string;
        };
        /** @description The hypotheses, OTHER last, with the horizon and what is taken for granted. */
        Hypotheses: Record<string, never> & {
            /** @description Each with `id`, `key`, `text`, `prior` and `why`. */
            hypotheses: Record<string, never>[];
        };
        /** @description An indicator and how it stands. */
        Indicator: Record<string, never> & {
            /** @description The banner of all indicators together. */
            marking: string;
            /** @description open, seen, undecided or silent. */
            standing: string;
        };
        /** @description That a draft is to go out. */
        Issued: {
            /** @description The draft that was read: its `draft`. */
            seen: string;
        };
        /** @description A judgement. */
        Judgement: {
            /** @description What is taken for granted: `id`, `text`, `if_wrong`. */
            assumptions: Record<string, never>[];
            /** @description The same with sources that cannot be judged half believed. */
            grade_f_half_believed: Record<string, never>;
            /** @description Until when the question is asked. */
            horizon?: string | null;
            /** @description The hypotheses, OTHER last. What follows is in their order. */
            hypotheses: Record<string, never>[];
            /** @description The indicators and how they stand. */
            indicators: components["schemas"]["StandingOfIndicator"][];
            /** @description `readouts` of every hypothesis (probability, interval, ambiguity, conflict, confidence, basis) and the ledger. */
            judgement: Record<string, never>;
            /** @description Its banner. */
            marking: string;
            /** @description Belief, disbelief and uncertainty of every hypothesis. */
            opinions: number[][];
            /** @description What people forecast, pooled. */
            pooled_forecasts: number[];
            /** @description The roots that were weighed: the rows of the matrix. */
            roots: components["schemas"]["WeighedRoot"][];
            /** @description What was set aside, and why. */
            set_aside: components["schemas"]["SetAside"][];
            /** @description The same with unknown origins taken apart. */
            unknown_origins_apart: Record<string, never>;
            /** @description The judgement in the words of a ladder: three paragraphs. */
            words: string[];
        };
        /** @description Name, password and, where there is a second factor, its code. */
        Login: {
            /** @description The code that the second factor shows now. */
            code?: string | null;
            /** @description The name. */
            name: string;
            /** @description The password. */
            password: string;
        };
        /** @description A look at protected material, or what was done to an account. */
        Look: {
            /** @description When. */
            at: string;
            /** @description In which case; none where it was an account. */
            case?: string | null;
            /** @description Who. */
            name: string;
            /** @description At what, in words. */
            what: string;
        };
        /** @description A lower marking. */
        Lower: {
            /** @description By which right: originator, guide or declassifier; a proposal where not given. */
            authority?: string | null;
            /** @description For which owner. */
            owner?: string | null;
            /** @description The marking that the line is to have. */
            to: string;
            /** @description Why. */
            why: string;
        };
        /** @description Who may do what with disclosures. */
        Mandate: {
            /** @description By whom it was given. */
            by: string;
            /** @description Whether it holds now. */
            in_force: boolean;
            /** @description Who. */
            person: string;
            /** @description What. */
            role: string;
            /** @description Until when. */
            until?: string | null;
            /** @description Why. */
            why: string;
        };
        /** @description A claim that may show an indicator. */
        Match: {
            /** @description The claim. */
            claim: string;
            /** @description What it says. */
            content: string;
            /** @description When that was published. */
            date?: string | null;
            /** @description The name of the document that it stands in. */
            document: string;
            /** @description The indicator, by its text. */
            indicator: string;
            /** @description The marking of the claim. */
            marking: string;
            /** @description Why it may show the indicator. */
            reasons: string[];
            /** @description Who says it. */
            source: string;
        };
        /** @description A person's word on whether a claim shows an indicator. */
        Matched: {
            /** @description The indicator, by its text or id. */
            indicator: string;
            /** @description Where it does not: the claim. */
            reject?: string | null;
            root?: components["schemas"]["NewRoot"] | null;
            /** @description Why it does not. */
            why?: string;
        };
        /** @description Whoever asks, for the page. */
        Me: {
            /** @description What they are cleared for, in words; none where everything is visible to them. */
            clearance?: string | null;
            /** @description What every write sends back as `X-CSRF-Token`; none of a token. */
            csrf?: string | null;
            /** @description Whether it is the sample that is shown, without login. */
            demo: boolean;
            /** @description Whether everything is visible to them. */
            full: boolean;
            /** @description The name that stands in the journal. */
            name: string;
            /** @description What they may do. */
            roles: string[];
        };
        /** @description Something on a day. */
        Moment: {
            /** @description The claim, or the one in which the event is told. */
            claim?: string | null;
            /** @description The day, month or year it is of; that of the document where the text says none. */
            day?: string | null;
            /** @description The document. */
            document: string;
            /** @description The stance of a claim, the PLOVER root of an event. */
            kind: string;
            /** @description `claim` or `event`. */
            of: string;
            /** @description Who published it. */
            outlet?: string | null;
            /** @description Where it stands in the text of the document. */
            span: number[];
            /** @description Whether the text itself says when. */
            stated: boolean;
            /** @description The status of an event, the stage that a claim reports. */
            status?: string | null;
            /** @description What is said, or the words that tell of it. */
            what: string;
            /** @description Who says it, or does it. */
            who?: string | null;
            /** @description To whom. */
            whom?: string | null;
        };
        /** @description Something that moved it. */
        Mover: {
            /** @description The day it is of. */
            date?: string | null;
            /** @description What happened to it. */
            happened: string;
            /** @description The banner of all of it. */
            marking: string;
            /**
             * Format: double
             * @description By how much it moved the log-odds.
             */
            moved: number;
            /** @description The root. */
            root: string;
            /** @description Why it says that. */
            why: string;
        };
        /** @description An account to be entered. */
        NewAccount: {
            /** @description The cases they are admitted to, by their ids; all where not given. */
            cases?: string[] | null;
            /** @description What they are cleared for: `public`, `TLP:GREEN`, `SECRET,SI,country=USA`. */
            clearance: string;
            /** @description Whether they hold the store; only who does gives that. */
            full?: boolean;
            /** @description The name, as it will stand in the journal. */
            name: string;
            /** @description The first password, which they change; none where they come by a provider. */
            password?: string | null;
            /** @description What they may do. */
            roles: string[];
            /** @description Who they are at a provider: its address and their subject. */
            subject?: string[] | null;
        };
        /** @description What came back to a warning. */
        NewAnswer: {
            /** @description When. */
            date: string;
            /** @description Why it is entered. */
            why?: string;
            /** @description What was said. */
            words: string;
        };
        /** @description What owners are asked. */
        NewAsk: {
            /** @description What a partner is cleared for. */
            clearance?: string | null;
            /** @description By when an answer is needed. */
            deadline?: string | null;
            /** @description To whom it goes where there is none by then. */
            escalate?: string | null;
            /** @description The line; all where not given. */
            line?: string | null;
            /** @description disclosure (shown) or release (theirs to keep). */
            mode: string;
            /** @description The owner; all of the line where not given. */
            owner?: string | null;
            /** @description What it is for, as they are told. */
            purpose: string;
        };
        /** @description Something that is taken for granted. */
        NewAssumption: {
            /** @description What follows if it is wrong. */
            if_wrong?: string;
            /** @description What. */
            text: string;
            /** @description Why, for the journal. */
            why?: string;
        };
        /** @description A question. */
        NewCase: {
            /** @description The marking of the case, and of what is collected without another. */
            marking: string;
            /** @description The question. */
            question: string;
        };
        /** @description Something to be said to somebody. */
        NewDisclosure: {
            amends?: components["schemas"]["Amends"] | null;
            /** @description Who is to hear it: `public`, or a clearance. */
            audience: string;
            /** @description The way it goes. */
            channel: string;
            /** @description Who issues it; not a person. */
            issuer?: string | null;
            /** @description Who may get what stands below the tearline. */
            onward?: string | null;
            /** @description What it is for. */
            purpose: string;
            /** @description What the audience may do with it. */
            terms?: string;
            /** @description What it is about, as the audience reads it. */
            title?: string | null;
            /** @description The disclosure that this is a version of. */
            version_of?: string | null;
        };
        /** @description What somebody thinks likely. */
        NewForecast: {
            /** @description A probability for every key; OTHER may be left out. */
            probabilities: Record<string, never>[];
            /** @description Why. */
            why?: string;
        };
        /** @description A hypothesis. */
        NewHypothesis: {
            /** @description The short word by which evidence speaks of it. */
            key: string;
            /**
             * Format: double
             * @description Its probability before any evidence, between 0 and 1.
             */
            prior: number;
            /** @description What it says. */
            text: string;
            /** @description Why this prior. */
            why?: string;
        };
        /** @description An indicator: what one would expect to see. */
        NewIndicator: {
            /** @description The first day of its window. */
            from?: string | null;
            /** @description How likely it is to be seen, by the key of each hypothesis. */
            likelihoods: Record<string, never>[];
            /** @description What a claim must hold that may show it: `event`, `actor`, `target`, `goods`, `place`, `words`. */
            pattern: Record<string, never>;
            /** @description What it is. */
            text: string;
            /** @description The last day of it. */
            until?: string | null;
            /** @description Why. */
            why?: string;
        };
        /** @description A line. */
        NewLine: {
            /** @description The claims behind them. */
            claims?: string[];
            /** @description The key of the hypothesis whose judgement they state. */
            judgement?: string | null;
            /** @description The line that says the same, above the tearline or in another version. */
            like?: string | null;
            /** @description `below`, `above`, or `{"answer": {"question": …}}`. */
            place?: Record<string, never>;
            /** @description The words. */
            text: string;
        };
        /** @description What somebody is entrusted with. */
        NewMandate: {
            /** @description The marking of the entry. */
            marking?: string | null;
            /** @description Who. */
            person: string;
            /** @description Whether it is taken back. */
            revoked?: boolean;
            /** @description author, approver, issuer, declassifier, `{"owner": NAME}` or `{"partner": NAME}`. */
            role: Record<string, never>;
            /** @description Until when. */
            until?: string | null;
            /** @description Why. */
            why: string;
        };
        /** @description What one way would gain, cost and reveal. */
        NewOption: {
            /** @description What it would cost. */
            cost?: string;
            /** @description What would be gained. */
            gain?: string;
            /** @description What it would reveal. */
            reveals?: string;
            /** @description public, partners, private or nothing. */
            way: string;
        };
        /** @description Another password. */
        NewPassword: {
            /** @description The one that it is to be: twelve characters or more. */
            new: string;
            /** @description The one that it is. */
            old: string;
        };
        /** @description What the house is to ask for. */
        NewPolicy: {
            /** @description From which guard on it is asked for: open, sensitive or protected; as it was where not given. */
            from?: string | null;
            /**
             * Format: int32
             * @description The least number of independent origins beside the source, 2 to 1000; as it was where not given.
             */
            k?: number | null;
            /**
             * Format: int32
             * @description The least number of guarded claims that stay compatible, 1 to 1000; as it was where not given.
             */
            m?: number | null;
            /** @description Why. */
            why: string;
        };
        /** @description A root of evidence. */
        NewRoot: {
            /**
             * Format: double
             * @description How surely it is put, 0 to 1.
             */
            certainty?: number | null;
            /** @description The claims that speak for it, the most direct first. */
            claims: string[];
            /** @description When it was said or seen. */
            date?: string | null;
            /** @description How reliable it is, A to F; what the register says where not given. */
            grade?: string | null;
            /** @description Whether a party says it in its own cause. */
            interested?: boolean;
            /**
             * @description P(e|h) by the key of each hypothesis, OTHER among them: `[["arms", {"low": 0.6, "high": 0.8}], …]`. Without them
             *     the claims are echoes of a root of that name.
             */
            likelihoods?: Record<string, never>[];
            /** @description Who or what the origin is. */
            name: string;
            /** @description Whether its origin is not known. */
            unknown_origin?: boolean;
            /** @description Why. */
            why?: string;
        };
        /** @description A search that is to be kept. */
        NewSearch: {
            /** @description Whether the newest come first. */
            by_time?: boolean;
            /** @description The facets: key and value each. */
            facets?: Record<string, never>[];
            /** @description Its name. */
            name: string;
            /** @description The words. */
            words?: string;
        };
        /**
         * @description A source. The key that seals what is kept of a protected one is made by `tearline source add --new-key`, and only its public
         *     part is sent here.
         */
        NewSource: {
            /** @description What it can know, and how. */
            access?: string | null;
            /** @description What it may want others to believe. */
            bias?: string | null;
            /** @description What kind of source it is. */
            kind?: string | null;
            /** @description The marking of its entry; without one only whoever holds the store sees it. */
            marking?: string | null;
            /** @description What the house calls it. */
            name: string;
            /** @description Under which other names reporting has it. */
            names?: string[];
            /** @description Whose it is. */
            owners?: string[];
            /** @description How it is guarded: open, sensitive or protected. */
            protection?: string | null;
            /** @description The public part of its key. */
            recipient?: string | null;
            /** @description Why. */
            why?: string;
        };
        /** @description A token to be made. */
        NewToken: {
            /** @description When it ends. */
            ends?: string | null;
            /** @description What it is for. */
            name: string;
            /**
             * @description What it lets its bearer do: read, analyse, draft, review, speak, clear, release, register, administer, audit. It never
             *     lets them do more than oneself.
             */
            scopes: string[];
        };
        /** @description A warning or an appeal that was given in private. */
        NewWarning: {
            /** @description By whom. */
            by: string;
            /** @description When. */
            date: string;
            /** @description Its marking. */
            marking?: string | null;
            /** @description Who must agree before anything of it is disclosed. */
            owners?: string[];
            /** @description Partners with whom it was given or agreed. */
            partners?: string[];
            /** @description Where, or by which way. */
            place?: string;
            /** @description To whom. */
            to: string;
            /** @description Why it is entered. */
            why?: string;
            /** @description The words that were agreed. */
            words: string;
        };
        /** @description What to look for. */
        Next: {
            /**
             * Format: double
             * @description How much it would tell, in bits.
             */
            bits: number;
            /**
             * Format: double
             * @description The probability if it is.
             */
            if_seen: number;
            /**
             * Format: double
             * @description The probability if it stays silent.
             */
            if_silent: number;
            /** @description The indicator. */
            indicator: string;
            /**
             * Format: double
             * @description How likely it is to be seen.
             */
            seen: number;
        };
        /** @description A document opened to be read. All spans are bytes of `text`, `[start, end)`. */
        OpenedDocument: {
            /** @description Who is named: `id`, `name`, `kind`, `country`, `roles`, `mentions`. */
            actors: Record<string, never>[];
            /** @description What somebody is said to be able to make or supply, or not. */
            capacities: Record<string, never>[];
            /** @description Its claims in the order of the text, those that people added last. */
            claims: components["schemas"]["Claim"][];
            /** @description The document. */
            document: components["schemas"]["Document"];
            /** @description Who does what to whom. */
            events: Record<string, never>[];
            /** @description Its language, as an ISO 639-1 code. */
            language?: string | null;
            /** @description What somebody is said to lack. */
            needs: Record<string, never>[];
            /** @description The way back to bytes, pages or parts of what came in; none where the text is the bytes themselves. */
            passages?: Record<string, never> | null;
            /** @description Where. */
            places: Record<string, never>[];
            /** @description What the reader could not do. */
            problems: Record<string, never>[];
            /** @description Its text. */
            text: string;
            /** @description When. */
            times: Record<string, never>[];
            /** @description Which goods go from whom to whom. */
            transfers: Record<string, never>[];
            /** @description What it is a translation of. */
            translation_of?: string | null;
            /** @description The address it states or came from. */
            url?: string | null;
        };
        /** @description What a claim of a translation stands for; without spans where that is not sure. */
        Original: {
            /** @description The original. */
            document: string;
            /** @description Where in its text. */
            spans: number[][];
            /** @description The words there. */
            text: string;
        };
        /** @description A file of a packet. */
        PacketFile: {
            /** @description Its bytes, in Base64. */
            base64: string;
            /** @description Its name. */
            name: string;
        };
        /** @description A part of a list. */
        Page_Account: {
            /** @description The items. */
            items: {
                /** @description The cases they are admitted to; all where none are named. */
                cases?: string[] | null;
                /** @description What they are cleared for. */
                clearance: string;
                /** @description Whether they may not come in any more. */
                closed: boolean;
                /** @description Whether they hold the store. */
                full: boolean;
                /** @description The name. */
                name: string;
                /** @description What they may do. */
                roles: string[];
                /** @description When it was entered. */
                since: string;
                /** @description Who they are at a provider: its address and their subject. */
                subject?: string[] | null;
            }[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Actor: {
            /** @description The items. */
            items: {
                /** @description Its country, in three letters. */
                country?: string | null;
                /** @description In how many documents it is named. */
                documents: number;
                /** @description state, person, organisation or group. */
                kind: string;
                /** @description How often. */
                mentions: number;
                /** @description The name it is listed under. */
                name: string;
                /** @description Every name that is taken for it. */
                names: string[];
                /** @description What it is called. */
                roles: components["schemas"]["Role"][];
                /** @description Why names are one. */
                why: string[];
            }[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_AnyRoot: {
            /** @description The items. */
            items: (components["schemas"]["DocumentRoot"] | components["schemas"]["ClaimRoot"])[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Case: {
            /** @description The items. */
            items: {
                /** @description By whom. */
                author: string;
                /**
                 * Format: int64
                 * @description How many claims.
                 */
                claims: number;
                /**
                 * Format: int64
                 * @description How many disclosures.
                 */
                disclosures: number;
                /**
                 * Format: int64
                 * @description How many documents.
                 */
                documents: number;
                /** @description Its id: a UUID. */
                id: string;
                /** @description The marking of the case itself. */
                marking: string;
                /** @description When it was opened. */
                opened: string;
                /** @description The question. */
                question: string;
                /**
                 * Format: int64
                 * @description How many roots of evidence.
                 */
                roots: number;
            }[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Claim: {
            /** @description The items. */
            items: (Record<string, never> & {
                /** @description Its id in the case: a UUID. `id` is its name in its reading. */
                claim: string;
                /** @description When. */
                date?: string | null;
                /** @description The document it stands in. */
                document: string;
                /** @description The marking of the document. */
                marking: string;
                /** @description The name that document came under. */
                name: string;
                original?: components["schemas"]["Original"] | null;
                /** @description Who published it. */
                outlet?: string | null;
                /** @description Whose it is. */
                owners: string[];
                /** @description How it is guarded: open, sensitive or protected. */
                protection: string;
                /** @description How credible it is, with all that people said of that. */
                ratings?: Record<string, never>[];
                registered?: components["schemas"]["Registered"] | null;
                /** @description What people said of it, in the order they did. */
                reviews?: Record<string, never>[];
                /** @description The claim as it stands, where that is not how it was read; `null` where it was rejected. */
                stands?: Record<string, never> | null;
            })[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Day: {
            /** @description The items. */
            items: {
                /**
                 * Format: double
                 * @description How little is known, 0 to 1.
                 */
                ambiguity: number;
                /** @description The roots that came. */
                came: string[];
                /**
                 * Format: double
                 * @description How much it pulls both ways, 0 to 1.
                 */
                conflict: number;
                /** @description The day; none of what has no date. */
                day?: string | null;
                /** @description The banner of all days. */
                marking: string;
                /** @description The probability of every hypothesis by its key. */
                probabilities: {
                    [key: string]: number;
                };
                /** @description The sources that are trusted otherwise since that day, by what came true elsewhere. */
                trusted_otherwise?: string[];
            }[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Document: {
            /** @description The items. */
            items: {
                /** @description When it was collected. */
                collected: string;
                /** @description When it was published, as precisely as it was stated. */
                date?: string | null;
                /** @description Its marking. */
                marking: string;
                /** @description The name it came under. */
                name: string;
                /** @description Who published it. */
                outlet?: string | null;
                /** @description Whose it is. */
                owners: string[];
                /** @description How it is guarded: open, sensitive or protected. */
                protection: string;
                /** @description The hash of its bytes, which is its id. */
                sha256: string;
                /** @description Its title. */
                title?: string | null;
            }[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Entry: {
            /** @description The items. */
            items: {
                /** @description When. */
                at: string;
                /** @description Who. */
                author: string;
                /**
                 * Format: int64
                 * @description Its place in the chain.
                 */
                entry?: number | null;
                /** @description Its hash. */
                hash?: string | null;
                /** @description What kind of change, in one word. */
                kind: string;
                /** @description Whose it is. */
                owners: string[];
                /** @description How it is guarded: open, sensitive or protected. */
                protection: string;
                /** @description What, in words. */
                what: string;
                /** @description Why. */
                why: string;
            }[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Indicator: {
            /** @description The items. */
            items: (Record<string, never> & {
                /** @description The banner of all indicators together. */
                marking: string;
                /** @description open, seen, undecided or silent. */
                standing: string;
            })[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Look: {
            /** @description The items. */
            items: {
                /** @description When. */
                at: string;
                /** @description In which case; none where it was an account. */
                case?: string | null;
                /** @description Who. */
                name: string;
                /** @description At what, in words. */
                what: string;
            }[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Mandate: {
            /** @description The items. */
            items: {
                /** @description By whom it was given. */
                by: string;
                /** @description Whether it holds now. */
                in_force: boolean;
                /** @description Who. */
                person: string;
                /** @description What. */
                role: string;
                /** @description Until when. */
                until?: string | null;
                /** @description Why. */
                why: string;
            }[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Match: {
            /** @description The items. */
            items: {
                /** @description The claim. */
                claim: string;
                /** @description What it says. */
                content: string;
                /** @description When that was published. */
                date?: string | null;
                /** @description The name of the document that it stands in. */
                document: string;
                /** @description The indicator, by its text. */
                indicator: string;
                /** @description The marking of the claim. */
                marking: string;
                /** @description Why it may show the indicator. */
                reasons: string[];
                /** @description Who says it. */
                source: string;
            }[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Moment: {
            /** @description The items. */
            items: {
                /** @description The claim, or the one in which the event is told. */
                claim?: string | null;
                /** @description The day, month or year it is of; that of the document where the text says none. */
                day?: string | null;
                /** @description The document. */
                document: string;
                /** @description The stance of a claim, the PLOVER root of an event. */
                kind: string;
                /** @description `claim` or `event`. */
                of: string;
                /** @description Who published it. */
                outlet?: string | null;
                /** @description Where it stands in the text of the document. */
                span: number[];
                /** @description Whether the text itself says when. */
                stated: boolean;
                /** @description The status of an event, the stage that a claim reports. */
                status?: string | null;
                /** @description What is said, or the words that tell of it. */
                what: string;
                /** @description Who says it, or does it. */
                who?: string | null;
                /** @description To whom. */
                whom?: string | null;
            }[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Release: {
            /** @description The items. */
            items: Record<string, never>[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Root: {
            /** @description The items. */
            items: (Record<string, never> & {
                /** @description The banner of all roots together. */
                marking: string;
                /**
                 * Format: int32
                 * @description The figure of the Admiralty system that corroboration proposes.
                 */
                proposed_credibility?: number | null;
            })[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_SavedSearch: {
            /** @description The items. */
            items: {
                /** @description The name. */
                name: string;
                /** @description What is looked for: `words`, `facets` and `sort`. */
                search: Record<string, never>;
            }[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Source: {
            /** @description The items. */
            items: {
                /** @description What it can know, and how. */
                access: string;
                /** @description What it may want others to believe. */
                bias: string;
                /** @description Whether its key is destroyed. */
                erased: boolean;
                /** @description Every letter that it was given, with its reason. */
                grades: Record<string, never>[];
                /** @description Its id: a UUID. */
                id: string;
                /** @description What kind of source it is. */
                kind: string;
                /** @description The marking of its entry. */
                marking: string;
                /** @description What the house calls it. */
                name: string;
                /** @description Under which other names reporting has it. */
                names: string[];
                /** @description Whose it is. */
                owners: string[];
                /** @description How it is guarded: open, sensitive or protected. */
                protection: string;
                /** @description The public part of the key that seals what is kept of it. */
                recipient?: string | null;
                /** @description Its letter, A to F. */
                reliability: string;
                /** @description How much is sealed. */
                sealed: number;
            }[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_TokenShown: {
            /** @description The items. */
            items: {
                /** @description When it ends. */
                ends?: string | null;
                /** @description Its id. */
                id: string;
                /** @description When it was made. */
                made: string;
                /** @description What it is for. */
                name: string;
                /** @description What it lets its bearer do. */
                scopes: string[];
                /** @description Its secret: shown once, when it is made. */
                secret?: string | null;
            }[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description A part of a list. */
        Page_Warning: {
            /** @description The items. */
            items: (Record<string, never> & {
                /** @description What came back. */
                answers: Record<string, never>[];
                /** @description The marking of its entry. */
                marking: string;
            })[];
            /** @description What asks for the next part; none at the end. */
            next?: string | null;
            /** @description How many there are in all. */
            total: number;
        };
        /** @description Two that are one, or are not. */
        Pair: {
            /** @description Whether they are one. */
            joined: boolean;
            /** @description One. */
            one: string;
            /** @description The other. */
            other: string;
            /** @description Why. */
            why: string;
        };
        /** @description How good somebody's forecasts were. */
        PersonRow: {
            /** Format: double */
            brier: number;
            cases: number;
            /** Format: double */
            log: number;
            name: string;
        };
        /** @description What went wrong: problem details as RFC 9457 has them. */
        Problem: {
            /** @description What it is, in one word that does not change. */
            code: string;
            /** @description What went wrong, for a person. */
            detail: string;
            /** @description The way out. */
            hint?: string | null;
            /**
             * Format: int32
             * @description The status.
             */
            status: number;
            /** @description Of a conflict: what is there now. */
            theirs?: Record<string, never> | null;
            /** @description The status in words. */
            title: string;
            /** @description `about:blank`: the code says what it is. */
            type: string;
            /** @description Of a conflict: what was sent. */
            yours?: Record<string, never> | null;
        };
        /** @description How credible a person thinks a claim. */
        Rated: {
            /**
             * Format: int32
             * @description 1 to 6, as the Admiralty system has it.
             */
            credibility: number;
            /** @description Why. */
            why: string;
        };
        /** @description How often a source or an indicator pointed to what came true. */
        RecordRow: {
            name: string;
            /** Format: double */
            right: number;
            /** Format: double */
            wrong: number;
        };
        /** @description The source of the house register that says a claim. */
        Registered: {
            /** @description Its id. */
            id: string;
            /** @description What the house calls it. */
            name: string;
            /** @description Its letter, A to F. */
            reliability: string;
        };
        /** @description What was said in public before. */
        Release: Record<string, never>;
        /** @description A person's word on a claim. */
        Reviewed: {
            /** @description How it stands, where it is edited. */
            correction?: components["schemas"]["Corrected"];
            /** @description How many reviews of it were there when it was looked at: the length of `reviews`. */
            seen: number;
            /** @description What is decided. */
            verdict: components["schemas"]["Word"];
            /** @description Why; a rejection needs a reason. */
            why?: string;
        };
        /** @description What an actor is called, and when first and last. */
        Role: {
            /** @description The day of the first document that has it. */
            first?: string | null;
            /** @description The day of the last. */
            last?: string | null;
            /** @description As it stands in the text. */
            role: string;
        };
        /** @description A root of evidence. */
        Root: Record<string, never> & {
            /** @description The banner of all roots together. */
            marking: string;
            /**
             * Format: int32
             * @description The figure of the Admiralty system that corroboration proposes.
             */
            proposed_credibility?: number | null;
        };
        /** @description A claim of a root. */
        RootClaim: {
            /** @description The claim. */
            claim: string;
            /** @description What it says. */
            content: string;
            /** @description When. */
            date?: string | null;
            /** @description The document it stands in. */
            document: string;
            /** @description Who published that. */
            outlet?: string | null;
            /** @description Whether it says that it is so, or that it is not. */
            polarity: string;
            /** @description How: says, denies, asks and so on. */
            stance: string;
        };
        /** @description A document of a root. */
        RootDocument: {
            /** @description When. */
            date?: string | null;
            /** @description Who published it. */
            outlet?: string | null;
            /** @description The document. */
            sha256: string;
            /** @description Its title, or the name it came under. */
            title: string;
        };
        /** @description A search that is kept under a name. */
        SavedSearch: {
            /** @description The name. */
            name: string;
            /** @description What is looked for: `words`, `facets` and `sort`. */
            search: Record<string, never>;
        };
        /** @description How good judgements, people, sources and indicators were. */
        Scores: {
            acted_on: Record<string, never>[];
            calibration: components["schemas"]["BinRow"][];
            cases: components["schemas"]["CaseRow"][];
            indicators: components["schemas"]["RecordRow"][];
            marking?: string | null;
            people: components["schemas"]["PersonRow"][];
            /** Format: double */
            reliability?: number | null;
            /** Format: double */
            resolution?: number | null;
            sources: components["schemas"]["RecordRow"][];
            /** Format: double */
            uncertainty?: number | null;
        };
        /** @description A root that was set aside. */
        SetAside: {
            /** @description The root. */
            root: Record<string, never>;
            /** @description Why. */
            why: string;
        };
        /** @description A source. */
        Source: {
            /** @description What it can know, and how. */
            access: string;
            /** @description What it may want others to believe. */
            bias: string;
            /** @description Whether its key is destroyed. */
            erased: boolean;
            /** @description Every letter that it was given, with its reason. */
            grades: Record<string, never>[];
            /** @description Its id: a UUID. */
            id: string;
            /** @description What kind of source it is. */
            kind: string;
            /** @description The marking of its entry. */
            marking: string;
            /** @description What the house calls it. */
            name: string;
            /** @description Under which other names reporting has it. */
            names: string[];
            /** @description Whose it is. */
            owners: string[];
            /** @description How it is guarded: open, sensitive or protected. */
            protection: string;
            /** @description The public part of the key that seals what is kept of it. */
            recipient?: string | null;
            /** @description Its letter, A to F. */
            reliability: string;
            /** @description How much is sealed. */
            sealed: number;
        };
        /** @description How an indicator stands. */
        StandingOfIndicator: {
            /** @description open, seen, undecided or silent. */
            standing: string;
            /** @description The indicator. */
            text: string;
        };
        /** @description What a hypothesis has now, and would have. */
        Supposed: {
            /** @description The indicators that nothing would show any more, and whose window is over: their silence is counted. */
            falls_silent?: string[];
            /** @description The hypothesis, by its key. */
            hypothesis: string;
            /** @description The banner. */
            marking: string;
            /**
             * Format: double
             * @description Its probability now.
             */
            now: number;
            /**
             * Format: double
             * @description Its probability if so.
             */
            then: number;
        };
        /** @description That a root counts no longer, or again. */
        Taken: {
            /** @description Whether it counts again. */
            back?: boolean;
            /** @description Why. */
            why: string;
        };
        /** @description When it is wanted, and what it is timed against. */
        Timed: {
            /** @description What it is timed against, each with its time. */
            against?: Record<string, never>[];
            /** @description Before when whoever gets it must not make it public. */
            embargo?: string | null;
            /** @description When it is no longer to be relied on. */
            expires?: string | null;
            /** @description When it is wanted: 2030-02-24T09:00Z, or with a zone as in 2030-02-24T09:00[Europe/Berlin]. */
            wanted?: string | null;
        };
        /** @description A token. */
        TokenShown: {
            /** @description When it ends. */
            ends?: string | null;
            /** @description Its id. */
            id: string;
            /** @description When it was made. */
            made: string;
            /** @description What it is for. */
            name: string;
            /** @description What it lets its bearer do. */
            scopes: string[];
            /** @description Its secret: shown once, when it is made. */
            secret?: string | null;
        };
        /** @description Goods that are said to go from one to another. */
        Transfer: {
            /** @description The claim in which it is told. */
            claim?: string | null;
            /** @description lethal, non-lethal, dual-use, energy or financial. */
            class: string;
            /** @description Codes of the goods in lists of controlled goods. */
            codes: string[];
            /** @description The day it is of. */
            day?: string | null;
            /** @description The document. */
            document: string;
            /** @description What, as it stands in the text. */
            goods: string;
            /** @description Who published it. */
            outlet?: string | null;
            /** @description To whom. */
            recipient?: string | null;
            /** @description Where it stands in the text of the document. */
            span: number[];
            /** @description considered, possible, announced, under-way, delivered, denied or halted. */
            status: string;
            /** @description From whom. */
            supplier?: string | null;
        };
        /** @description Transfers with their matrix. */
        Transfers: {
            /** @description How often goods are told of from one supplier to one recipient. */
            cells: components["schemas"]["Cell"][];
            /** @description All of them, in the order they came. */
            transfers: components["schemas"]["Transfer"][];
        };
        /** @description Words that are tried. */
        Tried: {
            /** @description The claims behind them; those of the line where not given. */
            claims?: string[];
            /** @description The line whose words they would be, by number or id; none for a sentence that is not in the draft. */
            line?: string | null;
            /** @description The words. */
            text: string;
        };
        /** @description What was found. */
        Verified: {
            /** @description What was checked and what could not be, with the packet. */
            report?: Record<string, never> | null;
            /** @description Whether it is what was issued. */
            verified: boolean;
            /** @description Why not. */
            why?: string | null;
        };
        /** @description That an owner lets a draft go out below the cover that the house asks for. */
        Waiving: {
            /** @description For which owner. */
            owner: string;
            /** @description The draft that was looked at: its `draft`. */
            seen: string;
            /** @description Why. */
            why: string;
        };
        /** @description A private warning and what came back. */
        Warning: Record<string, never> & {
            /** @description What came back. */
            answers: Record<string, never>[];
            /** @description The marking of its entry. */
            marking: string;
        };
        /** @description A root that was weighed. */
        WeighedRoot: Record<string, never> & {
            /** @description The letter it counts with. */
            counts_as_grade?: string | null;
            /**
             * Format: double
             * @description How well it tells the hypotheses apart.
             */
            diagnosticity: number;
            /** @description Of every hypothesis, whether it is `CC` very consistent with it, `C` consistent, `N` neutral, `I` inconsistent or `II` very inconsistent. */
            matrix: string[];
            /**
             * Format: double
             * @description How often its source was right.
             */
            right: number;
            /** @description Whether it is the silence of an indicator. */
            silence: boolean;
            /** @description The source of the register behind it. */
            source?: string | null;
            /** @description Whether it says of a late hypothesis what it says of OTHER. */
            split_from_other: boolean;
            /**
             * Format: double
             * @description How far it is trusted, 0 to 1.
             */
            trust?: number | null;
            /**
             * Format: double
             * @description How often it was wrong.
             */
            wrong: number;
        };
        /** @description What moved a hypothesis, what it hangs on, what would change it, what to look for next. */
        Why: {
            /**
             * Format: double
             * @description Its probability at the end.
             */
            after: number;
            /**
             * Format: double
             * @description Its probability at the beginning.
             */
            before: number;
            /** @description The hypothesis, by its key. */
            hypothesis: string;
            /** @description The banner of all of it. */
            marking: string;
            /** @description What moved it, the most first. */
            movers: components["schemas"]["Mover"][];
            /** @description The next boundary of a word above and below, with the ratio that one more root would need. */
            needed: number[][];
            /** @description Indicators, those first that would tell most. */
            next: components["schemas"]["Next"][];
            /** @description What it hangs on, the most first. */
            without: components["schemas"]["Without"][];
        };
        /** @description What would be without a root or a source. */
        Without: {
            /** @description The indicators that only it shows and whose window is over: without it they are silent, and that is counted. */
            falls_silent?: string[];
            /**
             * Format: double
             * @description The probability if it were false.
             */
            if_false: number;
            /** @description Whether it is all of a source. */
            source: boolean;
            /** @description The root or the source. */
            what: string;
            /**
             * Format: double
             * @description The probability without it.
             */
            without: number;
        };
        /**
         * @description What is decided of a claim.
         * @enum {string}
         */
        Word: "accept" | "reject" | "edit";
    };
    responses: {
        /** @description Nobody is logged in, or no longer */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Whoever is logged in may not do this */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or whoever asks may not see it */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was changed in the meantime, or is not in a state for that; nothing was written */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is too large */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is no JSON */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was asked for cannot be understood */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many tries; `Retry-After` says when to try again */
        Problem429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something in the program or its store is wrong */
        Problem500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The program is being stopped */
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
