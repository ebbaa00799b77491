package dev.polylog.sweep.store;

/** What to do about another driver's owner file. Local stores are locked by the operating system and need no such choice. */
public enum Takeover {
    REFUSE,
    TAKE_OVER
}
