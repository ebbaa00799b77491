package dev.polylog.trainer.optimizer;

/**
 * A step that is linear in weights w, velocity v and gradient g: {@code v = keep v + g}, then
 * {@code w -= gradientRate g + velocityRate v}.
 *
 * @param keep share of the velocity that a step keeps
 * @param gradientRate what a step takes of the gradient
 * @param velocityRate what it takes of the new velocity; 0 if there is none
 */
public record Recurrence(double keep, double gradientRate, double velocityRate) {
    /** Whether there is a velocity. */
    public boolean hasVelocity() {
        return velocityRate != 0;
    }
}
