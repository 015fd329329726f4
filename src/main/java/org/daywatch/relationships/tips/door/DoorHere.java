package org.daywatch.relationships.tips.door;

import java.net.URI;
import java.util.Optional;

/** The door of this node, for whoever tries it as a phone would. */
public interface DoorHere {

    /** Where it answers on this machine; empty where it is not open. */
    Optional<URI> address();

    /** The name of a school whose tips are read. */
    Optional<String> schoolThatIsRead();

    /** What it knows of schools, and of what tips led to, is asked anew; it does so by itself every some minutes. */
    void lookAgain();
}
