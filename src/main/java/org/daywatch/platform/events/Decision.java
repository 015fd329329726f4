package org.daywatch.platform.events;

import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.errors.RefusalCode;

/** What a pure {@code decide} answers: the next state with the facts that made it, or the reason why not. */
public sealed interface Decision<S> {

    record Accepted<S>(S state, List<? extends DomainEvent> facts) implements Decision<S> {}

    record Rejected<S>(RefusalCode code, Map<String, Object> details) implements Decision<S> {}

    static <S> Decision<S> accept(S state, DomainEvent... facts) {
        return new Accepted<>(state, List.of(facts));
    }

    static <S> Decision<S> refuse(RefusalCode code) {
        return new Rejected<>(code, Map.of());
    }

    static <S> Decision<S> refuse(RefusalCode code, Map<String, Object> details) {
        return new Rejected<>(code, details);
    }

    /** @throws Refused so that the transaction ends and one advice answers */
    default Accepted<S> orThrow() {
        return switch (this) {
            case Accepted<S> accepted -> accepted;
            case Rejected<S>(var code, var details) -> throw new Refused(code, details);
        };
    }
}
