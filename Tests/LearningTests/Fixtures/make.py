#!/usr/bin/env python3
"""Makes operations.safetensors and unet.safetensors: what PyTorch computes, for ParityTests to compare with.

Run it beside the two files, with PyTorch (Debian: python3-torch); it was run with 1.13.
"""
import numpy
import torch
import torch.nn.functional as F
from fixture import write

torch.manual_seed(1)
torch.set_num_threads(1)


cases = {}


def case(name, operation, *shapes, low=-1.0, high=1.0):
    """Stores inputs, output, a weighting of it, and the gradients of the weighted sum."""
    inputs = [torch.empty(shape).uniform_(low, high).requires_grad_() for shape in shapes]
    output = operation(*inputs)
    weights = torch.empty(output.shape).uniform_(-1, 1)
    gradients = torch.autograd.grad((output * weights).sum(), inputs)
    for index, (value, gradient) in enumerate(zip(inputs, gradients)):
        cases[f"{name}.input.{index}"] = value
        cases[f"{name}.gradient.{index}"] = gradient
    cases[f"{name}.output"] = output
    cases[f"{name}.weights"] = weights


case("convolution", lambda x, w, b: F.conv2d(x, w, b, padding=1), (2, 3, 7, 5), (4, 3, 3, 3), (4,))
case("convolution.strided", lambda x, w: F.conv2d(x, w, stride=2, padding=2, dilation=2),
     (2, 3, 9, 8), (4, 3, 3, 3))
case("convolution.grouped", lambda x, w: F.conv2d(x, w, padding=1, groups=2), (2, 4, 5, 6), (6, 2, 3, 3))
case("convolution.wide", lambda x, w: F.conv2d(x, w, padding=1), (2, 19, 9, 11), (17, 19, 3, 3))
case("transposed", lambda x, w, b: F.conv_transpose2d(x, w, b, stride=2, padding=1, output_padding=1),
     (2, 3, 4, 5), (3, 4, 3, 3), (4,))
for border in ("reflect", "replicate"):
    case(border, lambda x: F.pad(x, (2, 1, 1, 2), mode=border), (2, 2, 4, 5))
case("nearest", lambda x: F.interpolate(x, (7, 5), mode="nearest"), (2, 2, 4, 3))
case("bilinear", lambda x: F.interpolate(x, (7, 5), mode="bilinear", align_corners=False), (2, 2, 4, 3))
case("linear", F.linear, (2, 3, 5), (4, 5), (4,))
case("matrixProduct", torch.matmul, (3, 4, 5), (3, 5, 2))
case("softmax", lambda x: F.softmax(x, -1), (3, 7), low=-5, high=5)
case("logSoftmax", lambda x: F.log_softmax(x, 1), (2, 5, 3, 3), low=-5, high=5)
case("logSumExp", lambda x: torch.logsumexp(x, 1, keepdim=True), (3, 7, 2), low=-5, high=5)
case("unitLength", lambda x: F.normalize(x, dim=1), (2, 5, 3))
case("exp", torch.exp, (40,), low=-6, high=6)
case("log", torch.log, (40,), low=0.1, high=6)
case("sqrt", torch.sqrt, (40,), low=0.1, high=6)
case("clamp", lambda x: x.clamp(-0.5, 0.6), (40,))
case("relu", F.relu, (40,))
case("leakyRelu", lambda x: F.leaky_relu(x, 0.2), (40,))
case("silu", F.silu, (40,), low=-6, high=6)
case("tanh", torch.tanh, (40,), low=-3, high=3)
case("sigmoid", torch.sigmoid, (40,), low=-6, high=6)
case("softplus", F.softplus, (40,), low=-6, high=6)
case("top", lambda x: x.topk(3, -1).values, (4, 9))
case("scatterAdd", lambda x: torch.zeros(5, 3).index_add(0, torch.tensor([0, 4, 4, 1]), x), (4, 3))
case("gather", lambda x: x[:, torch.tensor([2, 0, 2])], (2, 4, 3))
case("instanceNorm", F.instance_norm, (2, 3, 4, 5))
case("groupNorm", lambda x, w, b: F.group_norm(x, 2, w, b), (2, 6, 3, 5), (6,), (6,))
case("batchNorm", lambda x, w, b: F.batch_norm(x, None, None, w, b, training=True),
     (3, 4, 3, 5), (4,), (4,))
case("maxPool", lambda x: F.max_pool2d(x, 3, 2), (2, 2, 7, 8))
case("averagePool", lambda x: F.avg_pool2d(x, 2), (2, 2, 6, 7))


def sampled(x, positions):
    """Positions in pixels, x first, to PyTorch's -1 ... 1."""
    sides = torch.tensor([x.shape[3] - 1.0, x.shape[2] - 1.0]).reshape(1, 2, 1, 1)
    grid = (positions / sides * 2 - 1).permute(0, 2, 3, 1)
    return F.grid_sample(x, grid, mode="bilinear", padding_mode="border", align_corners=True)


case("sampled", sampled, (2, 3, 6, 6), (2, 2, 4, 3), low=-0.7, high=5.7)
labels = torch.tensor([[0, 2, 1, -1, 2, 1], [2, 2, -1, 0, 0, 1]])
case("crossEntropy", lambda x: F.cross_entropy(x, labels, ignore_index=-1), (2, 3, 6), low=-3, high=3)
case("l1", F.l1_loss, (3, 5), (3, 5))
case("charbonnier", lambda a, b: ((a - b).square() + 1e-6).sqrt().mean(), (3, 5), (3, 5))
case("hinge", lambda real, fake: F.relu(1 - real).mean() + F.relu(1 + fake).mean() - fake.mean(),
     (7, 1), (7, 1), low=-2, high=2)
case("logistic", lambda real, fake: F.binary_cross_entropy_with_logits(real, torch.ones_like(real))
     + F.binary_cross_entropy_with_logits(fake, torch.zeros_like(fake))
     + 3 * F.binary_cross_entropy_with_logits(fake, torch.ones_like(fake)), (7, 1), (7, 1), low=-3, high=3)
soft = torch.tensor([[0.5, 0.5, 0, 0], [0, 0, 1, 0], [0.25, 0.25, 0.25, 0.25]])
case("infoNCE", lambda x: F.cross_entropy(x / 0.07, soft), (3, 4))
case("sinkhorn", lambda x: F.log_softmax(F.log_softmax(x, -1), -2), (2, 3, 4), low=-2, high=2)
case("meanSquared", F.mse_loss, (3, 5), (3, 5))


def spade(x, layout, w0, b0, w1, b1, w2, b2):
    hidden = F.relu(F.conv2d(F.interpolate(layout, (4, 6)), w0, b0, padding=1))
    scale, shift = F.conv2d(hidden, w1, b1, padding=1), F.conv2d(hidden, w2, b2, padding=1)
    return F.instance_norm(x) * (1 + scale) + shift


case("spade", spade, (2, 3, 4, 6), (2, 2, 2, 3), (4, 2, 3, 3), (4,), (3, 4, 3, 3), (3,), (3, 4, 3, 3), (3,))


def spectral(x, weight):
    """One power iteration from equal numbers, as torch.nn.utils.spectral_norm does it."""
    with torch.no_grad():
        right = F.normalize(weight.t() @ torch.ones(4), dim=0)
        left = F.normalize(weight @ right, dim=0)
    return F.linear(x, weight / (left @ weight @ right))


case("spectral", spectral, (2, 5), (4, 5))
case("penalty", lambda x, w: torch.autograd.grad(
    F.softplus(F.conv2d(torch.tanh(F.conv2d(x, w, padding=1)), w)).sum(), x, create_graph=True)[0]
    .square().sum(), (2, 2, 5, 6), (2, 2, 3, 3))
write("operations.safetensors", cases, {"made with": f"PyTorch {torch.__version__}"})

# The U-Net of UNet.swift, widths 8, 12, 16, three classes, with cross-entropy.
net = {}


def parameter(name, *shape, offset=0.0):
    fan = max(1, int(numpy.prod(shape[1:])))
    net["network." + name] = (torch.randn(shape) / fan**0.5 + offset).requires_grad_()
    return net["network." + name]


def block(name, inputs, outputs):
    weight = parameter(f"{name}.convolution.weight", outputs, inputs, 3, 3)
    bias = parameter(f"{name}.convolution.bias", outputs)
    scale = parameter(f"{name}.norm.weight", outputs, offset=1.0)
    shift = parameter(f"{name}.norm.bias", outputs)
    return lambda x: F.relu(F.group_norm(F.conv2d(x, weight, bias, padding=1), 4, scale, shift))


down = [block("down.0", 3, 8), block("down.1", 8, 12)]
middle = block("middle", 12, 16)
up = [block("up.0", 28, 12), block("up.1", 20, 8)]
head = parameter("head.weight", 3, 8, 1, 1), parameter("head.bias", 3)
image, target = torch.randn(2, 3, 20, 12), torch.randint(0, 3, (2, 20, 12))
x, skips = image, []
for step in down:
    skips.append(step(x))
    x = F.avg_pool2d(skips[-1], 2)
x = middle(x)
for step, skip in zip(up, reversed(skips)):
    x = step(torch.cat([F.interpolate(x, scale_factor=2), skip], 1))
scores = F.conv2d(x, *head)
loss = F.cross_entropy(scores, target)
names = list(net)
stored = dict(net)
for name, gradient in zip(names, torch.autograd.grad(loss, [net[name] for name in names])):
    stored[name.replace("network.", "gradient.")] = gradient
stored.update(image=image, labels=target.float(), scores=scores, loss=loss)
write("unet.safetensors", stored, {"made with": f"PyTorch {torch.__version__}"})
