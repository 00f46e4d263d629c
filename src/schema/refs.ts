import type { GoalNode, LinkNode, PageNode, PartnerNode } from '../content/nodes.ts';
import { builder } from './builder.ts';

// The types name each other, so they are declared before any of them is described.
export const PageRef = builder.objectRef<PageNode>('Page');
export const PartnerRef = builder.objectRef<PartnerNode>('Partner');
export const GoalRef = builder.objectRef<GoalNode>('Goal');
export const LinkRef = builder.objectRef<LinkNode>('Link');
