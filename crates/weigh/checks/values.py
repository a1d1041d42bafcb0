#!/usr/bin/env python3
"""Reference values for judgements between exclusive hypotheses.

Written from the text of the design ALONE: no repository and no existing code was
looked at.  Standard library, plain floats.  Run it to check the four cases the design
states, print every scenario (repr and 6 decimals), and write values.txt (6 decimals,
tab-separated) and scenarios.json (inputs and expected values in full precision).

Order of work for each root: point of the band -> temper by t -> log -> times k.
For an interval: an END of the band -> temper (with the Lbar of those ends) -> log -> k.
"""
import json
import os
from math import exp, log, sqrt

GRADES = {"A": (19, 1), "B": (8, 2), "C": (3, 2), "D": (2, 3), "E": (2, 8), "F": (1, 1)}
W = 2.0
HERE = os.path.dirname(os.path.abspath(__file__))


def point(low, high):
    """The probability whose odds are the geometric mean of the odds of the ends."""
    if low == high:
        return low
    odds = sqrt(low / (1 - low) * high / (1 - high))
    return odds / (1 + odds)


def trust(root, ungraded):
    """Mean of Beta(prior + record), times the tempering factor; F without a record = ungraded."""
    if "trust" in root:                       # only the design's own t = 1 checks use this
        return root["trust"]
    a, b = GRADES[root["grade"]]
    right, wrong = root["right"], root["wrong"]
    if root["grade"] == "F" and right + wrong == 0:
        base = ungraded
    else:
        base = (a + right) / (a + b + right + wrong)
    return base * root["tempering"]


def temper(likelihoods, t, priors):
    """L'(h) = t L(h) + (1-t) Lbar; Lbar is the mean of L by the INITIAL priors."""
    bar = sum(p * x for p, x in zip(priors, likelihoods)) / sum(priors)
    return [t * x + (1 - t) * bar for x in likelihoods]


def weights(roots, trusts, mode):
    """k of each root.  A root with t = 0 belongs to no group, so it does not count in n."""
    keys = []
    for root, t in zip(roots, trusts):
        assert not (root["unknown"] and root["group"] is not None), "the design does not say"
        if t == 0:
            keys.append(None)
        elif root["unknown"]:
            keys.append(("unknown", 1.0) if mode == "merged" else None)
        else:
            keys.append(None if root["group"] is None else (root["group"], root["rho"]))
    names = {key for key in keys if key}
    assert len({name for name, _ in names}) == len(names), "one rho in a group"
    return [1.0 if key is None else 1 / (1 + (keys.count(key) - 1) * key[1]) for key in keys]


def posterior(priors, tempered, ks):
    """Normalised exp(log prior + sum k log L')."""
    scores = [log(p) + sum(k * log(row[h]) for row, k in zip(tempered, ks))
              for h, p in enumerate(priors)]
    top = max(scores)
    raw = [exp(s - top) for s in scores]
    return [x / sum(raw) for x in raw]


def entropy(probabilities):
    """In nats."""
    return -sum(p * log(p) for p in probabilities if p > 0)


def readouts(h, priors, tempered, ks):
    """Ambiguity u and conflict c of hypothesis h."""
    f = g = 0.0
    for row, k in zip(tempered, ks):
        others = [j for j in range(len(priors)) if j != h]
        mean = sum(priors[j] * row[j] for j in others) / sum(priors[j] for j in others)
        w = k * log(row[h] / mean)
        f, g = f + max(w, 0.0), g + max(-w, 0.0)
    u = W / (W + f + g)
    return u, (1 - u) * 2 * min(f, g) / (f + g) if f + g > 0 else 0.0


def worth(observation, priors, P, ungraded):
    """P(seen) and expected information, in bits, of one observation (Lbar: initial priors)."""
    L = temper([point(*b) for b in observation["likelihoods"]], trust(observation, ungraded), priors)
    seen = sum(p * x for p, x in zip(P, L))
    if_seen = [p * x / seen for p, x in zip(P, L)]
    if_silent = [p * (1 - x) / (1 - seen) for p, x in zip(P, L)]
    left = seen * entropy(if_seen) + (1 - seen) * entropy(if_silent)
    return {"p_seen": seen, "bits": (entropy(P) - left) / log(2),
            "if_seen": if_seen, "if_silent": if_silent}


def judge(s):
    """All values of a scenario, as lists by hypothesis."""
    priors, roots, ungraded = s["priors"], s["roots"], s["ungraded"]
    n = len(priors)
    trusts = [trust(r, ungraded) for r in roots]
    ks = weights(roots, trusts, s["mode"])
    live = [i for i, t in enumerate(trusts) if t > 0]      # t = 0: L' is flat, it says nothing
    kk = [ks[i] for i in live]

    def rows(pick):
        return [temper([pick(h, *band) for h, band in enumerate(roots[i]["likelihoods"])],
                       trusts[i], priors) for i in live]

    tempered = rows(lambda h, low, high: point(low, high))
    P = posterior(priors, tempered, kk)
    uc = [readouts(h, priors, tempered, kk) for h in range(n)]
    least = [posterior(priors, rows(lambda j, lo, hi: lo if j == h else hi), kk)[h] for h in range(n)]
    most = [posterior(priors, rows(lambda j, lo, hi: hi if j == h else lo), kk)[h] for h in range(n)]
    out = {"P": P, "u": [x[0] for x in uc], "c": [x[1] for x in uc], "low": least, "high": most,
           "entropy": entropy(P) / log(n), "t": trusts, "k": ks}
    if s.get("observation"):
        out["observation"] = worth(s["observation"], priors, P, ungraded)
    return out


# ---------------------------------------------------------------- scenarios (literals)

def R(grade, *bands, rec=(0, 0), temp=1.0, group=None, rho=0.0, unknown=False):
    """A root.  A band is (low, high), or a number for a band without width."""
    ends = [list(b) if isinstance(b, tuple) else [b, b] for b in bands]
    return {"likelihoods": ends, "grade": grade, "right": rec[0], "wrong": rec[1],
            "tempering": temp, "group": group, "rho": rho, "unknown": unknown}


def S(name, priors, roots, mode="merged", ungraded=0, observation=None):
    s = {"name": name, "priors": priors, "roots": roots, "mode": mode, "ungraded": ungraded}
    return dict(s, observation=observation) if observation else s


ORIGINS = [R("B", (.5, .8), (.1, .3), (.3, .4), unknown=True),
           R("C", (.2, .5), (.4, .9), (.1, .6), rec=(4, 1), unknown=True),
           R("D", (.6, .95), (.05, .2), (.2, .5), unknown=True),
           R("F", (.7, .9), (.1, .2), (.3, .6), unknown=True),     # F, no record, unknown
           R("B", (.1, .3), (.5, .7), (.3, .8), group=1, rho=.5),
           R("A", (.2, .3), (.4, .8), (.6, .7), group=1, rho=.5)]
UNGRADED = [R("F", (.7, .95), (.1, .4), group=1, rho=.8),          # F, no record, in a group
            R("B", (.55, .85), (.2, .3), group=1, rho=.8),
            R("C", (.3, .5), (.4, .8), rec=(7, 2), group=1, rho=.8),
            R("F", (.1, .35), (.6, .7), rec=(0, 1))]               # F with a record
SCENARIOS = [
    S("priors-only-five", [.4, .25, .2, .1, .05], []),
    S("two-bands", [.3, .7], [R("A", (.6, .95), (.1, .3)), R("B", (.02, .4), (.3, .7)),
                              R("C", (.5, .9), (.45, .5))]),
    S("three-every-grade-records", [.5, .3, .2], [
        R("A", (.7, .9), (.2, .5), (.3, .4), rec=(3, 4)), R("B", (.1, .3), (.4, .8), (.2, .3), rec=(0, 5)),
        R("C", (.4, .9), (.1, .2), (.3, .8), rec=(11, 1)), R("D", (.2, .6), (.3, .5), (.7, .95), rec=(6, 0)),
        R("E", (.8, .97), (.1, .6), (.05, .3), rec=(2, 1)), R("F", (.15, .25), (.5, .9), (.3, .7), rec=(3, 1))]),
    S("three-tempering", [.2, .5, .3], [           # .4 = |2*.7-1|; .2 interested; .08 both; .9 = |2*.05-1|
        R("A", (.6, .98), (.1, .2), (.3, .7), temp=.4), R("B", (.05, .5), (.6, .9), (.2, .8), rec=(5, 2), temp=.2),
        R("C", (.9, .99), (.01, .3), (.4, .5), temp=.08), R("B", (.3, .4), (.7, .9), (.02, .2), temp=.9)]),
    S("two-group-rho-.3", [.35, .65], [
        R("B", (.6, .9), (.2, .4), group=1, rho=.3), R("D", (.5, .95), (.1, .3), rec=(1, 1), group=1, rho=.3),
        R("A", (.3, .5), (.55, .7), group=1, rho=.3), R("C", (.2, .4), (.5, .8))]),
    S("three-group-rho-1", [.25, .15, .6], [
        R("A", (.7, .9), (.3, .6), (.05, .2), group=4, rho=1.0), R("E", (.1, .3), (.6, .95), (.4, .5), rec=(9, 0), group=4, rho=1.0),
        R("B", (.5, .8), (.2, .3), (.3, .7), temp=.6, group=4, rho=1.0), R("C", (.4, .6), (.8, .9), (.1, .5))]),
    S("five-two-groups-.5-.8", [.35, .25, .2, .15, .05], [
        R("A", (.5, .9), (.1, .3), (.2, .6), (.4, .5), (.3, .7), group=1, rho=.5),
        R("C", (.6, .7), (.2, .8), (.05, .3), (.3, .9), (.5, .6), rec=(2, 6), group=1, rho=.5),
        R("B", (.1, .2), (.5, .95), (.3, .4), (.2, .6), (.7, .9), group=2, rho=.8),
        R("B", (.2, .5), (.6, .8), (.1, .3), (.7, .9), (.4, .5), temp=.5, group=2, rho=.8),
        R("D", (.3, .4), (.7, .9), (.5, .8), (.1, .2), (.02, .3), rec=(8, 1), group=2, rho=.8),
        R("E", (.8, .9), (.3, .5), (.4, .7), (.6, .95), (.1, .2))]),
    S("three-unknown-merged", [.45, .35, .2], ORIGINS),
    S("three-unknown-split", [.45, .35, .2], ORIGINS, mode="split"),
    S("three-unknown-merged-ungraded-.5", [.45, .35, .2], ORIGINS, ungraded=.5),
    S("two-F-in-group-headline", [.4, .6], UNGRADED),
    S("two-F-in-group-ungraded-.5", [.4, .6], UNGRADED, ungraded=.5),
    S("three-silent-word-in-group", [.6, .1, .3], [   # tempering 0 = |2*.5-1|: t = 0, leaves group of two
        R("A", (.1, .4), (.7, .9), (.3, .5), temp=0.0, group=2, rho=.5),
        R("B", (.2, .3), (.6, .97), (.5, .8), group=2, rho=.5), R("C", (.5, .6), (.2, .3), (.7, .8), unknown=True)]),
    S("three-observation", [.5, .2, .3], [
        R("B", (.2, .4), (.5, .9), (.6, .7)), R("C", (.3, .8), (.1, .2), (.5, .6), rec=(3, 0)),
        R("A", (.4, .5), (.7, .8), (.1, .3), group=1, rho=.3), R("D", (.1, .4), (.3, .6), (.8, .9), group=1, rho=.3)],
      observation=R("B", (.1, .3), (.6, .95), (.4, .5), rec=(2, 3), temp=.7)),
    S("five-observation-unsplit", [.1, .3, .05, .35, .2], [
        R("A", .9, .3, .6, .1, .5, unknown=True), R("B", .2, .7, .4, .6, .3, unknown=True)], mode="split",
      observation=R("A", (.05, .2), (.3, .5), (.7, .99), (.4, .6), (.1, .8))),
]


def checks():
    """The four cases of the design: two hypotheses, equal priors, t = 1."""
    def case(pro, con):
        bands = [(.6, .2)] * pro + [(.2, .6)] * con
        return S("check-%d-%d" % (pro, con), [.5, .5], [dict(R("A", a, b), trust=1.0) for a, b in bands])
    for (pro, con), want in {(0, 0): ".50 1.00 .00", (1, 0): ".75 .65 .00",
                             (5, 5): ".50 .15 .85", (6, 4): ".90 .15 .68"}.items():
        o = judge(case(pro, con))
        got = [o[x][0] for x in "Puc"]
        assert all(abs(round(a, 2) - float(b)) < 1e-12 for a, b in zip(got, want.split())), (pro, con, got)
        print("check\t%d for\t%d against\tP %r\tu %r\tc %r\tas stated (%s)" % (pro, con, *got, want))


def main():
    checks()
    table = ["scenario\thypothesis\tP\tu\tc\tlow\thigh"]
    stored = []
    for s in SCENARIOS:
        o = judge(s)
        name, lines = s["name"], []
        print("\n== %s\npriors %r mode %s ungraded %r" % (name, s["priors"], s["mode"], s["ungraded"]))
        for r, t, k in zip(s["roots"], o["t"], o["k"]):
            print("root %s -> t %r k %r" % (json.dumps(r), t, k))
        for h in range(len(s["priors"])):
            lines.append((str(h), [o[x][h] for x in ("P", "u", "c", "low", "high")]))
        lines.append(("entropy", [o["entropy"]]))
        if s.get("observation"):
            print("observation " + json.dumps(s["observation"]))
            ob = o["observation"]
            lines += [("p_seen", [ob["p_seen"]]), ("bits", [ob["bits"]]),
                      ("if_seen", ob["if_seen"]), ("if_silent", ob["if_silent"])]
        for label, values in lines:
            for v in values:      # a rounded digit must not hang on the last bits of a double
                assert v in (0.0, 1.0) or v == round(v, 6) or abs(v * 1e6 % 1 - .5) > 1e-6, (name, label, v)
            table.append("\t".join([name, label] + ["%.6f" % v for v in values]))
            print("\t".join([name, label] + [repr(v) for v in values]))
            print(table[-1])
        stored.append(dict(s, expected=o))
    with open(os.path.join(HERE, "values.txt"), "w") as file:
        file.write("\n".join(table) + "\n")
    with open(os.path.join(HERE, "scenarios.json"), "w") as file:
        json.dump(stored, file, indent=1)


if __name__ == "__main__":
    main()
