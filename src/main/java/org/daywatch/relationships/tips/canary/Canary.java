package org.daywatch.relationships.tips.canary;

import java.util.Optional;
import org.daywatch.relationships.tips.canary.CanaryPhone.Answer;
import org.daywatch.relationships.tips.door.DoorHere;
import org.daywatch.relationships.tips.ring.RingBeat;
import org.daywatch.relationships.tips.thread.TipContent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A tip that the house sends itself: over the door's own port, with a receipt that finds it, into a slot of the ring,
 * out of it when its quarter hour is over, and no further.
 */
@Component
public class Canary {

    private final ObjectProvider<DoorHere> doors;
    private final RingBeat beat;
    private final CanaryMark mark;
    private String waitsFor = "";
    private volatile State state = State.NONE;

    /** How it went; NONE: there is no door here, no school whose tips are read, or nothing was sent yet. */
    public enum State {
        NONE, ARRIVED, NO_ANSWER, NO_RECEIPT, NOT_IN_THE_RING, NOT_FOUND, NOT_HANDED_ON;

        public boolean isBad() { return ordinal() > ARRIVED.ordinal(); }
    }

    Canary(ObjectProvider<DoorHere> doors, RingBeat beat, CanaryMark mark) {
        this.doors = doors;
        this.beat = beat;
        this.mark = mark;
    }

    public State state() {
        return state;
    }

    /** Looks what became of the one before, which has had an hour, then sends the next. */
    synchronized State fly() {
        var door = Optional.ofNullable(doors.getIfAvailable());
        var school = door.flatMap(DoorHere::schoolThatIsRead);
        var address = door.flatMap(DoorHere::address);
        if (school.isEmpty() || address.isEmpty()) return state = State.NONE;
        boolean stuck = !waitsFor.isEmpty() && !waitsFor.equals(mark.lastCaught());
        waitsFor = "";
        var sent = sent(new CanaryPhone(address.get()), school.get());
        return state = stuck && !sent.isBad() ? State.NOT_HANDED_ON : sent;
    }

    private State sent(CanaryPhone phone, String school) {
        var words = mark.words();
        var answer = phone.send(school, words);
        var receipt = answer.flatMap(Answer::receipt);
        if (receipt.isEmpty()) return answer.isEmpty() ? State.NO_ANSWER : State.NO_RECEIPT;
        waitsFor = words;
        if (!stands(words)) return State.NOT_IN_THE_RING;
        return phone.finds(receipt.get()) ? State.ARRIVED : State.NOT_FOUND;
    }

    private boolean stands(String words) {
        return words.equals(mark.lastCaught()) || beat.ring()
                .map(ring -> !ring.standing(bytes -> text(bytes).equals(Optional.of(words))).isEmpty()).orElse(false);
    }

    private static Optional<String> text(byte[] bytes) {
        return TipContent.read(bytes).map(TipContent::words);
    }
}
