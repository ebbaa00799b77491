package dev.polylog.sweep.report.figure;

import java.util.function.DoubleBinaryOperator;

/**
 * What a network makes of the label plane, where all other coordinates are 0.
 *
 * @param step of the snapshot
 * @param network its output less the middle between the classes, of x1 and x2
 * @param score a function with the sign of the label
 */
public record LearnedBoundary(int cell, long step, DoubleBinaryOperator network, DoubleBinaryOperator score) {}
