package org.daywatch.relationships.tips.door;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.daywatch.platform.texts.Texts;
import org.daywatch.relationships.tips.board.DoorBoards;
import org.daywatch.relationships.tips.crowd.Crowd;
import org.daywatch.relationships.tips.door.DoorPages.Drawn;
import org.daywatch.relationships.tips.door.TipForm.Wrong;
import org.daywatch.relationships.tips.page.TipPage;
import org.daywatch.relationships.tips.ring.Arrival;
import org.daywatch.relationships.tips.ring.RingBeat;
import org.daywatch.relationships.tips.ring.TipAnswer;
import org.daywatch.relationships.tips.ring.WaitingTip;
import org.daywatch.relationships.tips.thread.TipContent;
import org.daywatch.relationships.tips.thread.TipReceipts;
import org.daywatch.relationships.tips.thread.WriterThreads;
import org.daywatch.relationships.tips.upload.PictureDesk;
import org.daywatch.relationships.tips.upload.PictureDesk.Seen;
import org.daywatch.relationships.tips.upload.SentForm;
import org.daywatch.relationships.tips.upload.SentForm.Came;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the door does: take a tip, look up a receipt, take more words. It is told fields and nothing of who sent them.
 */
final class DoorSteps {

    private static final Logger log = LoggerFactory.getLogger(DoorSteps.class);
    /** The ring answers within a beat; a disk that hangs is said to the writer, who still has their words. */
    private static final int LONGEST_SECONDS = 12;

    private static final long BEGAN = System.nanoTime();

    private final Parts parts;

    /**
     * @param workers draw pages
     * @param lookups ask the database, which may be slow or away: nobody who sends a tip waits for it
     */
    record Parts(DoorPages pages, DoorSchools schools, DoorBoards boards, RingBeat beat, TipReceipts receipts,
            WriterThreads threads,
            SentTips sent, PictureDesk desk, ReceiptPace pace, Crowd crowd, Clock clock, Executor workers,
            Executor lookups) {}

    /** The thread of a receipt: what stands in the ring and what was handed on. */
    private record Found(List<WaitingTip> waiting, Optional<WriterThreads.Seen> seen) {

        boolean isNothing() { return waiting.isEmpty() && seen.isEmpty(); }

        UUID district() {
            return seen.map(WriterThreads.Seen::district).orElseGet(() -> waiting.getFirst().district());
        }

        UUID school() {
            return seen.map(WriterThreads.Seen::school).orElseGet(() -> waiting.getFirst().school());
        }
    }

    DoorSteps(Parts parts) {
        this.parts = parts;
    }

    CompletionStage<Drawn> take(String language, SentForm sent) {
        var fields = sent.fields();
        if (sent.came() != Came.WHOLE && !sent.chosen()) return completedFuture(cut(language, fields));
        var page = page(language, TipForm.of(fields));
        if (fields.containsKey("switch"))
            return anew(parts.crowd().held(page.form().id(), fields.getOrDefault("ticket", ""), now())
                    .map(page::waiting).orElse(page).choosingAgain(sent.chosen()), fields.getOrDefault("step", ""));
        return switch (fields.getOrDefault("step", "")) {
            case "tip" -> tip(page, sent);
            case "thread" -> thread(page);
            case "more" -> more(page, sent);
            case "board" -> completedFuture(board(page));
            default -> completedFuture(parts.pages().front(400, page));
        };
    }

    /** The same page in the language of its address, with the words that stood there; nothing of it is kept. */
    private CompletionStage<Drawn> anew(DoorPage page, String step) {
        if (step.equals("board")) return completedFuture(board(page));
        if (!step.equals("more")) return completedFuture(parts.pages().front(200, page.choosing()));
        var looked = TipReceipts.digits(page.form().receipt()).flatMap(this::found);
        if (looked.isEmpty()) return completedFuture(parts.pages().more(200, page));
        return looked.get().handleAsync((found, failure) -> failure != null
                ? parts.pages().more(200, page)
                : found.isNothing()
                        ? parts.pages().front(404, page.saying("tipdoor.notice.nothing.words"))
                        : parts.pages().thread(page.reading(!found.waiting().isEmpty(), found.seen())),
                parts.workers());
    }

    /** From memory: whoever looks waits for nothing, and nothing of it is kept. */
    private Drawn board(DoorPage page) {
        var meant = DoorSchool.meant(page.schools(), page.form().school());
        if (meant.size() == 1) {
            var school = meant.getFirst();
            return school.isRead()
                    ? parts.pages().board(page, school, parts.boards().at(school.district(), school.id()))
                    : parts.pages().front(422,
                            page.wrong("board", new Wrong("tipdoor.wrong.board.unread", school.label())));
        }
        String typed = page.form().school();
        return parts.pages().front(422, page.wrong("board", typed.isEmpty()
                ? new Wrong("tipdoor.wrong.school.none")
                : new Wrong(meant.isEmpty() ? "tipdoor.wrong.school.unknown" : "tipdoor.wrong.board.which", typed)));
    }

    /** More than one request may carry: what came of it stands there still. */
    private Drawn cut(String language, Map<String, String> fields) {
        var page = page(language, TipForm.of(fields)).saying("tipdoor.notice.cut");
        return fields.getOrDefault("step", "").equals("more")
                ? parts.pages().more(413, page)
                : parts.pages().front(413, page.choosing());
    }

    private DoorPage page(String language, TipForm form) {
        return parts.pages().page(Texts.LANGUAGES.contains(language) ? language : "en", parts.schools().all(), form);
    }

    private CompletionStage<Drawn> tip(DoorPage page, SentForm form) {
        var typed = page.form();
        var checked = typed.check(page.schools());
        var comesBack = page.choosingAgain(form.chosen());
        if (!checked.wrong().isEmpty())
            return completedFuture(parts.pages().front(422, page.checked(checked).choosingAgain(form.chosen())));
        var asked = asked(typed, form.fields());
        if (asked.isPresent()) return completedFuture(parts.pages().front(503, comesBack.waiting(asked.get())));
        var school = checked.school().orElseThrow();
        return parts.desk().look(form).thenComposeAsync(seen -> {
            if (seen instanceof Seen.Wrong wrong && !typed.danger())
                return completedFuture(parts.pages().front(422, wrong(page, wrong)));
            String receipt = parts.receipts().fresh();
            var sent = parts.sent().once(whole(typed, form), receipt, () -> arrive(new Arrival(school.district(),
                    school.id(), LocalDate.now(parts.clock().withZone(school.zone())), typed.danger(),
                    new TipContent(0, parts.receipts().mark(receipt), page.language(), typed.words()).bytes(),
                    jpeg(seen))));
            return told(sent).thenApplyAsync(answer -> answer instanceof TipAnswer.Kept kept
                    ? parts.pages().kept(page.saying(withoutPicture(kept, form) ? "tipdoor.notice.picture" : ""),
                            sent.receipt())
                    : parts.pages().front(503, comesBack.saying(refusal(answer))), parts.workers());
        }, parts.workers());
    }

    /** Where a life is in danger words do not wait for another picture: they go, and the page says it was not kept. */
    private static DoorPage wrong(DoorPage page, Seen.Wrong wrong) {
        return page.wrong(SentForm.PICTURE, new Wrong("tipdoor.wrong.picture." + wrong.why()));
    }

    private static byte[] jpeg(Seen seen) {
        return seen instanceof Seen.Fine(byte[] jpeg) ? jpeg : new byte[0];
    }

    private static boolean withoutPicture(TipAnswer.Kept kept, SentForm form) {
        return form.chosen() && !kept.withPicture();
    }

    /** Another picture under the same number is another form. */
    private static String whole(TipForm typed, SentForm form) {
        return typed.whole() + "\n" + TipPage.hash(form.picture());
    }

    /** Nothing while few send; also about a life: the line is short then and the page says 911. */
    private Optional<Crowd.Asked> asked(TipForm form, Map<String, String> fields) {
        return parts.crowd().ask(form.id(), form.whole(), fields.getOrDefault("ticket", ""),
                fields.getOrDefault("proof", ""), now());
    }

    private static long now() {
        return (System.nanoTime() - BEGAN) / 1_000_000_000L;
    }

    private CompletionStage<Drawn> thread(DoorPage page) {
        var digits = TipReceipts.digits(page.form().receipt());
        if (digits.isEmpty()) return completedFuture(parts.pages().front(422, page.wrong("receipt", wrong(page))));
        return found(digits.get())
                .map(looked -> looked.<Drawn>handleAsync((found, failure) -> failure != null
                        ? parts.pages().front(503, page.saying("tipdoor.notice.away"))
                        : found.isNothing() ? parts.pages().nothing(page) : read(page, found, ""), parts.workers()))
                .orElseGet(() -> completedFuture(parts.pages().front(503, page.saying("tipdoor.notice.busy"))));
    }

    private Drawn read(DoorPage page, Found found, String notice) {
        return parts.pages().thread(page(page.language(),
                new TipForm("", "", "", "", UUID.randomUUID().toString(), page.form().receipt()))
                .saying(notice).reading(!found.waiting().isEmpty(), found.seen()));
    }

    private CompletionStage<Drawn> more(DoorPage page, SentForm sent) {
        var form = page.form();
        var wrong = form.wrongWords();
        var comesBack = page.choosingAgain(sent.chosen());
        if (wrong != null)
            return completedFuture(
                    parts.pages().more(422, page.wrong("words", wrong).choosingAgain(sent.chosen())));
        var digits = TipReceipts.digits(form.receipt());
        if (digits.isEmpty())
            return completedFuture(
                    parts.pages().front(422, page.wrong("receipt", wrong(page)).choosingAgain(sent.chosen())));
        var asked = asked(form, sent.fields());
        if (asked.isPresent()) return completedFuture(parts.pages().more(503, comesBack.waiting(asked.get())));
        return parts.desk().look(sent).thenComposeAsync(seen -> {
            if (seen instanceof Seen.Wrong bad && !form.danger())
                return completedFuture(parts.pages().more(422, wrong(page, bad)));
            var looked = found(digits.get());
            if (looked.isEmpty())
                return completedFuture(parts.pages().more(503, comesBack.saying("tipdoor.notice.busy")));
            return looked.get().handleAsync((found, failure) -> {
                if (failure != null)
                    return completedFuture(parts.pages().more(503, comesBack.saying("tipdoor.notice.away")));
                if (found.isNothing())
                    return completedFuture(parts.pages().front(404, comesBack.saying("tipdoor.notice.nothing.words")));
                return add(page, sent, jpeg(seen), digits.get(), found);
            }, parts.workers()).thenCompose(drawn -> drawn);
        }, parts.workers());
    }

    private CompletableFuture<Drawn> add(DoorPage page, SentForm whole, byte[] jpeg, String digits, Found found) {
        var form = page.form();
        int part = Math.clamp(found.waiting().size(), 1, TipContent.MOST_PARTS);
        var zone = parts.schools().find(found.school()).map(DoorSchool::zone).orElse(ZoneOffset.UTC);
        var sent = parts.sent().once(whole(form, whole), "", () -> arrive(new Arrival(found.district(), found.school(),
                LocalDate.now(parts.clock().withZone(zone)), form.danger(),
                new TipContent(part, parts.receipts().mark(digits), page.language(), form.words()).bytes(),
                jpeg)));
        return told(sent).thenApplyAsync(answer -> answer instanceof TipAnswer.Kept kept
                ? read(page, new Found(standing(digits), found.seen()), added(form, withoutPicture(kept, whole)))
                : parts.pages().more(503, page.choosingAgain(whole.chosen()).saying(refusal(answer))),
                parts.workers());
    }

    private static String added(TipForm form, boolean withoutPicture) {
        return "tipdoor.notice.added" + (form.danger() ? ".life" : "") + (withoutPicture ? ".picture" : "");
    }

    private CompletionStage<TipAnswer> arrive(Arrival arrival) {
        return parts.beat().ring().map(ring -> ring.arrive(arrival))
                .orElseGet(() -> CompletableFuture.completedStage(new TipAnswer.NotKept()));
    }

    private static CompletableFuture<TipAnswer> told(SentTips.Sent sent) {
        return sent.answer().toCompletableFuture().copy().completeOnTimeout(new TipAnswer.NotKept(), LONGEST_SECONDS,
                TimeUnit.SECONDS);
    }

    /** When it is their turn; empty where too many wait. The work is the same whatever is found. */
    private Optional<CompletableFuture<Found>> found(String digits) {
        var turn = parts.pace().turn(System.nanoTime());
        if (turn.isEmpty()) return Optional.empty();
        return Optional.of(CompletableFuture.supplyAsync(() -> {
            try {
                var seen = parts.threads().find(parts.receipts().mark(digits));
                return new Found(standing(digits), seen);
            } catch (RuntimeException e) {
                log.warn("a receipt could not be looked up: {}", e.getClass().getName());
                throw e;
            }
        }, CompletableFuture.delayedExecutor(turn.getAsLong(), TimeUnit.NANOSECONDS, parts.lookups())));
    }

    private List<WaitingTip> standing(String digits) {
        byte[] mark = parts.receipts().mark(digits);
        return parts.beat().ring().map(ring -> ring.standing(bytes -> TipContent.read(bytes)
                .filter(content -> Arrays.equals(content.mark(), mark)).isPresent())).orElse(List.of());
    }

    private static String refusal(TipAnswer answer) {
        return answer instanceof TipAnswer.Full ? "tipdoor.notice.full" : "tipdoor.notice.notkept";
    }

    private static Wrong wrong(DoorPage page) {
        long typed = page.form().receipt().chars().filter(Character::isDigit).count();
        return new Wrong("tipdoor.wrong.receipt", typed);
    }
}
